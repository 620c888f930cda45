-- Where the source is, as the firewall wrote it, and when the latest detection fired that says so.
ALTER TABLE entry
    ADD COLUMN country    text,
    ADD COLUMN country_at timestamptz;

-- Found in any case. Firewalls that write no location pay nothing for it.
CREATE INDEX entry_country ON entry (lower(country), address) WHERE country IS NOT NULL;
