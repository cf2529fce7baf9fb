package org.imprimatur.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

/**
 * The real application in a process of its own, on a database file in a folder and on a
 * free port of this machine: to be spoken to by HTTP, killed, and started again.
 */
final class OwnProcess extends ByHttp implements AutoCloseable {

	/** Generous: a busy machine with two cores takes its time. */
	private static final Duration PATIENCE = Duration.ofMinutes(3);

	/** How much of the log a failure shows. */
	private static final int LAST_LINES = 60;

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final String DATABASE = "--spring.datasource.url=";

	private final Process process;

	private final Path log;

	private final Instant begun = Instant.now();

	private Duration untilUp;

	private OwnProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	/**
	 * Options that suit a small machine, and settings with which a job that was in hand
	 * goes on soon after a kill: its lock is two minutes in real use.
	 * @param more settings besides
	 */
	static String[] small(String[]... more) {
		return Stream
			.concat(Stream.of("-Xmx384m", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
					"--camunda.bpm.job-execution.lock-time-in-millis=10000",
					"--camunda.bpm.job-execution.max-wait=2000"), Arrays.stream(more).flatMap(Arrays::stream))
			.toArray(String[]::new);
	}

	/**
	 * Starts the application and waits until it answers that it is up.
	 * @param folder where the database and the log are
	 * @param options of the JVM, and settings of the application, which begin with two
	 * hyphens; the address of another database among them if it is not to be the file
	 */
	static OwnProcess start(Path folder, String... options) {
		return begin(folder, options).awaitUp();
	}

	/**
	 * Starts the application so that no file it writes grows beyond a size: a full disk.
	 * @param kilobytes the limit, which its log does not count for
	 */
	static OwnProcess startLimited(Path folder, long kilobytes, String... options) {
		return begin(folder,
				List.of("bash", "-c", "exec > >(exec cat); ulimit -f " + kilobytes + "; exec \"$@\"", "bash"), options)
			.awaitUp();
	}

	/** Waits until it answers that it is up; ends it if it does not. */
	OwnProcess awaitUp() {
		try {
			Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(this::isUp);
		}
		catch (RuntimeException | Error ex) {
			kill();
			throw ex;
		}
		this.untilUp = Duration.between(this.begun, Instant.now());
		return this;
	}

	/** Starts the application, which may well refuse, and does not wait. */
	static OwnProcess begin(Path folder, String... options) {
		return begin(folder, List.of(), options);
	}

	private static OwnProcess begin(Path folder, List<String> by, String... options) {
		try {
			List<String> command = new ArrayList<>(by);
			command.addAll(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.timezone=UTC"));
			Arrays.stream(options).filter((option) -> !option.startsWith("--")).forEach(command::add);
			command.addAll(List.of("-cp", classPath(), "org.imprimatur.Imprimatur", "--server.port=0",
					"--server.address=127.0.0.1", "--spring.main.banner-mode=off"));
			if (Arrays.stream(options).noneMatch((option) -> option.startsWith(DATABASE))) {
				command.add(DATABASE + url(folder.resolve("imprimatur")));
			}
			Arrays.stream(options).filter((option) -> option.startsWith("--")).forEach(command::add);
			Path log = Files.createTempFile(folder, "imprimatur-", ".log");
			ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(log.toFile());
			builder.environment().keySet().removeIf((name) -> name.matches("(IMPRIMATUR|SPRING|SERVER|CAMUNDA)_.*"));
			return new OwnProcess(builder.start(), log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The address of the database by the file's name without its ending. */
	static String url(Path database) {
		return "jdbc:h2:file:" + database.toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;WRITE_DELAY=0";
	}

	private static String classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
			.filter((entry) -> !entry.replace('\\', '/').replaceAll("/$", "").endsWith("/test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private boolean isUp() throws InterruptedException {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("The application ended while it started: " + log());
		}
		if (address() == null) {
			Matcher port = PORT.matcher(log());
			if (!port.find()) {
				return false;
			}
			answersAt("http://127.0.0.1:" + port.group(1));
		}
		try {
			return health("").status() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** From the start of the process to the first answer that it is up. */
	Duration untilUp() {
		return this.untilUp;
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	long pid() {
		return this.process.pid();
	}

	/** Everything the application has printed. */
	String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What the application has printed last. */
	@Override
	String endOfLog() {
		List<String> lines = log().lines().toList();
		return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
	}

	/** Ends this very process at once, as a power cut does. */
	void kill() {
		this.process.destroyForcibly();
		awaitEnd();
	}

	/** Asks the process to stop, as an operator does. */
	void stop() {
		this.process.destroy();
		awaitEnd();
	}

	/**
	 * Waits for the process to end by itself.
	 * @return its exit code
	 */
	int awaitEnd() {
		try {
			if (!this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				throw new IllegalStateException("The application does not end: " + log());
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		if (this.process.isAlive()) {
			kill();
		}
	}

}
