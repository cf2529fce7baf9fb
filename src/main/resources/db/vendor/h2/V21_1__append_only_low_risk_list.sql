-- that a list was read belongs to the record: rows are only ever added
create trigger low_risk_reading_append_only before update, delete on low_risk_reading for each row call 'org.imprimatur.history.AppendOnly';
