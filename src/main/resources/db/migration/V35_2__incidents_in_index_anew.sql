-- incidents are found by who took note of them: their rows of the index are made anew at the next start
delete from history_mark where number in (select number from history_item where feature = 'incidents');
delete from history_item where feature = 'incidents';
