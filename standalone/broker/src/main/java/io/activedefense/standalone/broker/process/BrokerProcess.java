// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.broker.process;

import java.io.IOException;
import java.io.OutputStream;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's main class in a process that ends with the one that started it: the parent holds the other end of standard
 * input, and the kernel closes that even when the parent is killed.
 */
public final class BrokerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerProcess.class);

    private BrokerProcess() {}

    /** Takes the settings file and, where Kafka's folder is not formatted yet, the cluster's id for it. */
    public static void main(String[] args) {
        Thread.ofPlatform().daemon().name("parent-watch").start(BrokerProcess::endWithParent);
        if (args.length > 1) {
            format(args[0], args[1]);
        }
        Kafka.main(new String[] {args[0]});
    }

    /** As Kafka's own command does it, without a process more. */
    private static void format(String settings, String clusterId) {
        var arguments = new String[] {"format", "--ignore-formatted", "--cluster-id", clusterId, "--config", settings};
        int code = StorageTool.execute(arguments, System.out);
        if (code != 0) {
            System.exit(code);
        }
    }

    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
            LOG.info("The parent process let go: shutting down");
        } catch (IOException e) {
            LOG.warn("The parent process can't be watched any more: shutting down", e);
        }
        System.exit(0);
    }
}
