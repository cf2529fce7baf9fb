package org.imprimatur.posts;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The slots in force of the posts that a person may see, in the order of their times.
 * Days are London's, with 23 or 25 hours when the clocks change.
 */
@Component
@Policy("APPROVED")
public class SlotCalendar {

	private static final int MOST = 2000;

	private final JdbcClient jdbc;

	private final PostAccess access;

	private final Accounts accounts;

	SlotCalendar(JdbcClient jdbc, PostAccess access, Accounts accounts) {
		this.jdbc = jdbc;
		this.access = access;
		this.accounts = accounts;
	}

	/**
	 * One post in its slot.
	 *
	 * @param accounts what people call them
	 * @param out whether it has gone out
	 */
	public record Slot(String reference, String title, Instant at, String accounts, boolean out) {

		public LocalDate day() {
			return LocalDate.ofInstant(this.at, LondonTime.ZONE);
		}

		public String time() {
			return LondonTime.time(this.at);
		}

	}

	private record Row(String reference, String title, String accounts, Instant at, boolean out) {
	}

	/**
	 * The slots from the first day to the last one, both included.
	 * @param account id; empty for every account
	 */
	public List<Slot> of(LocalDate first, LocalDate last, String account, Person person) {
		return this.jdbc.sql("""
				select p.reference, p.title, p.accounts, s.publish_at,
				 (select count(*) from post_ending e where e.reference = p.reference) as ended
				from post_slot s join post p on p.reference = s.reference
				where s.publish_at >= :from and s.publish_at < :to
				 and s.id = (select max(n.id) from post_slot n where n.reference = s.reference)
				 and not exists (select 1 from post_ending e where e.reference = p.reference
				 and e.ending <> 'post-published')
				 and (:account = '' or (',' || p.accounts || ',') like :on)
				order by s.publish_at, p.reference limit :most""")
			.param("from", Timestamp.from(first.atStartOfDay(LondonTime.ZONE).toInstant()))
			.param("to", Timestamp.from(last.plusDays(1).atStartOfDay(LondonTime.ZONE).toInstant()))
			.param("account", account)
			.param("on", "%," + account + ",%")
			.param("most", MOST)
			.query((row, number) -> new Row(row.getString(1), row.getString(2), row.getString(3),
					row.getTimestamp(4).toInstant(), row.getInt(5) > 0))
			.list()
			.stream()
			.filter((row) -> this.access.maySee(row.reference(), person))
			.map((row) -> new Slot(row.reference(), row.title(), row.at(), names(row.accounts()), row.out()))
			.toList();
	}

	private String names(String ids) {
		Set<String> names = new TreeSet<>();
		PostRevision.split(ids).forEach((id) -> names.add(this.accounts.find(id).map(Account::name).orElse(id)));
		return String.join(", ", names);
	}

}
