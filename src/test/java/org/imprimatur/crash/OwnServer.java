package org.imprimatur.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL server of a test's own, which can be stopped under the application and
 * started again on the same data and the same port.
 */
final class OwnServer implements AutoCloseable {

	private final Path data;

	private EmbeddedPostgres running;

	private final int port;

	private OwnServer(Path folder) {
		this.data = folder.resolve("postgresql");
		this.running = started(0);
		this.port = this.running.getPort();
	}

	static OwnServer start(Path folder) {
		return new OwnServer(folder);
	}

	private EmbeddedPostgres started(int wanted) {
		try {
			return EmbeddedPostgres.builder()
				.setDataDirectory(this.data)
				.setCleanDataDirectory(false)
				.setPort(wanted)
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void startAgain() {
		this.running = started(this.port);
	}

	/** Breaks every connection off, as a server that fails does. */
	void stop() {
		try {
			this.running.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String url() {
		return "jdbc:postgresql://localhost:" + this.port + "/postgres";
	}

	/** What the application needs to know of it. */
	String[] settings() {
		return new String[] { "--spring.datasource.url=" + url(), "--spring.datasource.username=postgres" };
	}

	@Override
	public void close() {
		stop();
	}

}
