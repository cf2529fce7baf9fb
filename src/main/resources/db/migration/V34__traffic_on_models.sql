-- the models' pages ask what was taken lately
create index trail_taken on trail (taken_at);
