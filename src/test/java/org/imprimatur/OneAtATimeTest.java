package org.imprimatur;

import java.sql.Connection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.imprimatur.OneAtATime.Turns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OneAtATimeTest {

	private final DataSource turns = new Turns(inMemory());

	private final ExecutorService other = Executors.newSingleThreadExecutor();

	@AfterEach
	void endOther() {
		this.other.shutdownNow();
	}

	@Test
	void letsTheNextThreadInWhenTheFirstHasClosedAllItsConnections() throws Exception {
		Connection outer = this.turns.getConnection();
		Connection within = this.turns.getConnection();
		Future<Boolean> next = this.other.submit(this::works);
		within.close();
		within.close();
		assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> next.get(100, TimeUnit.MILLISECONDS));
		outer.close();
		assertThat(next.get(30, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void letsTheNextThreadInWhenNoConnectionWasToBeHad() throws Exception {
		JdbcDataSource broken = new JdbcDataSource();
		broken.setURL("jdbc:nothing");
		DataSource none = new Turns(broken);
		assertThatExceptionOfType(Exception.class).isThrownBy(none::getConnection);
		assertThat(this.other.submit(() -> {
			assertThatExceptionOfType(Exception.class).isThrownBy(none::getConnection);
			return true;
		}).get(20, TimeUnit.SECONDS)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:file:./data/imprimatur;WRITE_DELAY=0", "jdbc:h2:./data/imprimatur",
			"jdbc:h2:~/imprimatur" })
	void guardsTheFile(String address) {
		assertThat(processed(address)).isInstanceOf(Turns.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:mem:a", "jdbc:h2:tcp://localhost/a", "jdbc:postgresql://localhost/a" })
	void leavesOthersAlone(String address) {
		assertThat(processed(address)).isInstanceOf(HikariDataSource.class);
	}

	private boolean works() throws Exception {
		try (Connection connection = this.turns.getConnection()) {
			return connection.isValid(1);
		}
	}

	private static Object processed(String address) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(address);
		return new OneAtATime().postProcessAfterInitialization(pool, "dataSource");
	}

	private static DataSource inMemory() {
		JdbcDataSource memory = new JdbcDataSource();
		memory.setURL("jdbc:h2:mem:");
		return memory;
	}

}
