-- Which logs a device is meant to send, and how it writes its lines; absent: not said.
ALTER TABLE device ADD COLUMN log_type text;
ALTER TABLE device ADD COLUMN format text;
