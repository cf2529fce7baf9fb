package org.imprimatur.partners;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.kernel.Policy;

/**
 * Where a partner publishes: a host and, on a platform that many share, the beginning of
 * a path such as the handle. Compared name by name and never as text: a host holds its
 * own sub-domains, a host with a path only itself and its "www". Whatever cannot be read
 * for certain belongs to no partner.
 *
 * @param host small letters, without a dot at the end
 * @param path segments with "/" between them; empty for the whole host
 */
@Policy("SHARE")
public record PartnerAddress(String host, String path) {

	/** Hosts that thousands share, where only a path says who speaks. */
	private static final Set<String> SHARED = Set.of("x.com", "twitter.com", "facebook.com", "instagram.com",
			"linkedin.com", "tiktok.com", "youtube.com", "youtu.be", "threads.net", "threads.com", "bsky.app",
			"mastodon.social", "medium.com", "github.io", "wordpress.com", "blogspot.com", "substack.com", "tumblr.com",
			"t.me");

	private static final String NAME = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";

	/**
	 * Reads what somebody typed, with or without "https://".
	 * @return empty if it is no address of a host with a name of its own
	 */
	public static Optional<PartnerAddress> read(String typed) {
		String text = typed.strip();
		return parts(text.contains("://") ? text : "https://" + text);
	}

	/** Whether only a path can say who speaks here, and there is none. */
	public boolean needsPath() {
		return this.path.isEmpty()
				&& SHARED.stream().anyMatch((shared) -> this.host.equals(shared) || this.host.equals("www." + shared));
	}

	/** Whether this address of a source is the partner's. */
	public boolean holds(String source) {
		if (source == null) {
			return false;
		}
		return parts(source).filter((one) -> holdsHost(one.host) && holdsPath(one.path)).isPresent();
	}

	private boolean holdsHost(String other) {
		return other.equals(this.host) || (this.path.isEmpty() ? other.endsWith("." + this.host)
				: other.equals("www." + this.host) || this.host.equals("www." + other));
	}

	private boolean holdsPath(String other) {
		return this.path.isEmpty() || other.equals(this.path) || other.startsWith(this.path + "/");
	}

	/** Such as {@code partner.example.org/news}. */
	@Override
	public String toString() {
		return this.path.isEmpty() ? this.host : this.host + "/" + this.path;
	}

	private static Optional<PartnerAddress> parts(String address) {
		try {
			URI uri = new URI(address);
			String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
			int port = uri.getPort();
			boolean usual = port == -1 || (scheme.equals("https") && port == 443)
					|| (scheme.equals("http") && port == 80);
			if (!Set.of("http", "https").contains(scheme) || uri.getRawUserInfo() != null || !usual) {
				return Optional.empty();
			}
			Optional<String> host = host(uri);
			Optional<String> path = path((uri.getRawPath() != null) ? uri.getRawPath() : "");
			return host.flatMap((name) -> path.map((rest) -> new PartnerAddress(name, rest)));
		}
		catch (URISyntaxException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** At least two names with a dot between them, the last one no number. */
	private static Optional<String> host(URI uri) {
		if (uri.getHost() == null) {
			return Optional.empty();
		}
		String host = IDN.toASCII(uri.getHost(), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
		List<String> names = Arrays.asList(host.split("\\.", -1));
		boolean named = names.size() > 1 && names.stream().allMatch((name) -> name.matches(NAME))
				&& !names.get(names.size() - 1).matches("[0-9]+");
		return (named && host.length() <= 253) ? Optional.of(host) : Optional.empty();
	}

	/** What steps up, is hidden in an escape or has an empty name could mean anything. */
	private static Optional<String> path(String raw) {
		String path = raw.replaceFirst("^/", "").replaceFirst("/$", "");
		if (path.isEmpty()) {
			return Optional.of("");
		}
		boolean plain = Arrays.stream(path.split("/", -1))
			.noneMatch((name) -> name.isEmpty() || name.equals(".") || name.equals(".."))
				&& !path.toLowerCase(Locale.ROOT).matches(".*(%2e|%2f|%5c|;|\\\\).*");
		return (plain && path.length() <= 2000) ? Optional.of(path) : Optional.empty();
	}

}
