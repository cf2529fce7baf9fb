-- an export as it left: the ledger's head printed on it and, of a file made whole before it leaves, its SHA-256.
-- Exports from before have neither
alter table history_export add column head varchar(100);
alter table history_export add column sha256 varchar(64);
create index history_export_sha256 on history_export (sha256);
