package org.imprimatur.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that fails in one way: what no well-kept server can be made to do. */
final class BadMailServer implements AutoCloseable {

	/** Where it goes wrong. */
	enum Fault {

		/** Says nothing at all. */
		HANGS,

		/** Knows no such person. */
		REFUSES,

		/** Is busy now. */
		BUSY,

		/** Ends the connection before the mail is handed over. */
		DROPS_BEFORE,

		/** Takes the whole mail and ends the connection without a word. */
		DROPS_AFTER,

		/** Takes the whole mail and says nothing any more. */
		HANGS_AFTER

	}

	private final ServerSocket socket;

	private final Fault fault;

	private final List<Socket> open = new CopyOnWriteArrayList<>();

	/** How many whole mails it was handed. */
	private final List<String> taken = new CopyOnWriteArrayList<>();

	BadMailServer(Fault fault) throws IOException {
		this.fault = fault;
		this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(this::accept, "bad-mail-server");
		thread.setDaemon(true);
		thread.start();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	int handedOver() {
		return this.taken.size();
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket caller = this.socket.accept();
				this.open.add(caller);
				if (this.fault != Fault.HANGS) {
					talk(caller);
				}
			}
			catch (IOException ex) {
				// closed, or the caller went away
			}
		}
	}

	private void talk(Socket caller) throws IOException {
		BufferedReader in = new BufferedReader(
				new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
		PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.US_ASCII);
		say(out, "220 bad");
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			String verb = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
			if (verb.equals("RCPT") && this.fault == Fault.REFUSES) {
				say(out, "550 5.1.1 no such person");
			}
			else if (verb.equals("RCPT") && this.fault == Fault.BUSY) {
				say(out, "451 4.7.1 try again later");
			}
			else if (verb.equals("DATA")) {
				if (this.fault == Fault.DROPS_BEFORE) {
					caller.close();
					return;
				}
				say(out, "354 go on");
				String body = body(in);
				this.taken.add(body);
				if (this.fault == Fault.DROPS_AFTER) {
					caller.close();
				}
				return;
			}
			else {
				say(out, verb.equals("QUIT") ? "221 bye" : "250 ok");
			}
		}
	}

	private static String body(BufferedReader in) throws IOException {
		StringBuilder body = new StringBuilder();
		for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
			body.append(line).append('\n');
		}
		return body.toString();
	}

	private static void say(PrintWriter out, String line) {
		out.print(line + "\r\n");
		out.flush();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		for (Socket one : this.open) {
			one.close();
		}
	}

}
