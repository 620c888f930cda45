// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { EmptyState } from '@/components/EmptyState';
import { PlusIcon } from '@/components/icons';
import { Page } from '@/components/Page';
import { SearchedList } from '@/components/SearchedList';
import { useTypedText } from '@/components/useTypedText';
import { useMay } from '@/lib/session';
import { feedsQuery, pollersQuery } from './api';
import { ConsumersTable } from './ConsumersTable';
import { DefineFeedForm } from './FeedForm';
import { listsOf } from './list';
import { ListDrawer } from './ListDrawer';
import { ListsTable } from './ListsTable';
import type { ListsSearch } from './search';
import { accessWords, selectionWords } from './words';

export function ListsPage() {
  const { q = '', tab = 'lists', list } = useSearch({ from: '/lists' });
  const navigate = useNavigate({ from: '/lists' });
  const change = (changed: ListsSearch) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const [text, setText] = useTypedText(q, (typed) => change({ q: typed === '' ? undefined : typed }));
  const feeds = useQuery(feedsQuery);
  const pollers = useQuery(pollersQuery);
  const lists = feeds.data === undefined ? [] : listsOf(feeds.data);
  const mayDefine = useMay('admin');
  const [defining, define] = useDisclosure(false);
  return (
    <Page
      title="Lists (EDL)"
      subtitle="What firewalls fetch, how much of it, and whether they do"
      actions={
        mayDefine && (
          <Button leftSection={<PlusIcon />} onClick={define.open}>
            Define a feed
          </Button>
        )
      }
    >
      <Tabs
        value={tab}
        onChange={(chosen) =>
          void navigate({ search: chosen === 'consumers' ? { tab: chosen } : {}, replace: true })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="lists">Lists</Tabs.Tab>
          <Tabs.Tab value="consumers">Who polls</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="lists">
          <SearchedList
            query={feeds}
            what="the lists"
            rows={listsOf}
            words={({ name, path, feed }) =>
              [
                name,
                path,
                feed?.comment,
                feed && selectionWords(feed.selection),
                feed && accessWords(feed),
              ].join(' ')
            }
            placeholder="Name, purpose or what it holds"
            text={text}
            onText={setText}
            none={null}
          >
            {(found) => (
              <ListsTable lists={found} pollers={pollers.data} onOpen={(name) => change({ list: name })} />
            )}
          </SearchedList>
        </Tabs.Panel>
        <Tabs.Panel value="consumers">
          <SearchedList
            query={pollers}
            what="the consumers"
            rows={(all) => all}
            words={({ address, list: polled, user, condition }) =>
              [address, polled, user, condition].join(' ')
            }
            placeholder="Address, list or user"
            text={text}
            onText={setText}
            none={
              <EmptyState title="Nobody has polled a list yet">
                Give a firewall the address of a list: it appears here within ten seconds of its first poll.
              </EmptyState>
            }
          >
            {(found) => <ConsumersTable pollers={found} lists={lists} />}
          </SearchedList>
        </Tabs.Panel>
      </Tabs>
      <Modal opened={defining} onClose={define.close} title="Define a feed" size="lg" centered>
        <DefineFeedForm
          onCancel={define.close}
          onDone={(name) => {
            define.close();
            change({ list: name });
          }}
        />
      </Modal>
      <ListDrawer
        list={lists.find(({ name }) => name === list)}
        pollers={pollers.data ?? []}
        onClose={() => change({ list: undefined })}
      />
    </Page>
  );
}
