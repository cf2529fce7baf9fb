package org.imprimatur.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * The machine's own Chromium, started once for all tests. Where none is installed the
 * tests are left out with a sentence; on the build server ({@code CI=true}) that is a
 * failure.
 */
final class Chromium {

	private static final String MISSING = "No Chromium was found on the PATH (chromium, chromium-browser, google-chrome), "
			+ "so the pages were not tried in a browser.";

	private static Browser browser;

	private Chromium() {
	}

	static Browser started() {
		Optional<Path> program = program();
		if (program.isEmpty()) {
			if ("true".equals(System.getenv("CI"))) {
				fail(MISSING);
			}
			abort(MISSING);
		}
		if (browser == null) {
			// two of these run side by side, each with a server of its own
			PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
			Playwright playwright = Playwright
				.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
			browser = playwright.chromium()
				.launch(new BrowserType.LaunchOptions().setExecutablePath(program.get())
					.setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
							"--disable-background-networking", "--lang=en-GB")));
		}
		return browser;
	}

	private static Optional<Path> program() {
		return Stream.of("chromium", "chromium-browser", "google-chrome")
			.flatMap((name) -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
				.map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
