package org.imprimatur.security.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No request is larger than 1 MB, or 60 MB with files, said or not said beforehand.
 */
@Component
@Order(-120)
class BodyLimit extends OncePerRequestFilter {

	private static final long PLAIN = 1024L * 1024;

	private static final long WITH_FILES = 60L * 1024 * 1024;

	/** Set on a request that turned out to be too large while it was read. */
	static final String EXCEEDED = "imprimatur.too-large";

	static final String SENTENCE = "This is too large: at most 1 MB, or 60 MB with files.";

	private final Problems problems;

	BodyLimit(Problems problems) {
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String type = request.getContentType();
		boolean files = type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data");
		long limit = files ? WITH_FILES : PLAIN;
		if (request.getContentLengthLong() > limit) {
			response.setHeader("Connection", "close");
			this.problems.write(request, response, 413, SENTENCE);
			return;
		}
		Limited limited = new Limited(request, limit);
		try {
			chain.doFilter(limited, response);
		}
		catch (IOException | ServletException | RuntimeException ex) {
			if (!limited.exceeded || response.isCommitted()) {
				throw ex;
			}
			response.reset();
			this.problems.write(request, response, 413, SENTENCE);
		}
	}

	private static final class Limited extends HttpServletRequestWrapper {

		private final long limit;

		private boolean exceeded;

		private ServletInputStream counted;

		Limited(HttpServletRequest request, long limit) {
			super(request);
			this.limit = limit;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			if (this.counted == null) {
				this.counted = new Counted(super.getInputStream());
			}
			return this.counted;
		}

		@Override
		public java.io.BufferedReader getReader() throws IOException {
			String encoding = (getCharacterEncoding() != null) ? getCharacterEncoding() : "UTF-8";
			return new java.io.BufferedReader(new java.io.InputStreamReader(getInputStream(), encoding));
		}

		private final class Counted extends ServletInputStream {

			private final ServletInputStream from;

			private long read;

			Counted(ServletInputStream from) {
				this.from = from;
			}

			@Override
			public int read() throws IOException {
				int one = this.from.read();
				count((one >= 0) ? 1 : 0);
				return one;
			}

			@Override
			public int read(byte[] into, int offset, int length) throws IOException {
				int some = this.from.read(into, offset, length);
				count(some);
				return some;
			}

			private void count(int some) throws IOException {
				this.read += Math.max(0, some);
				if (this.read > Limited.this.limit) {
					Limited.this.exceeded = true;
					Limited.this.setAttribute(EXCEEDED, true);
					throw new IOException(SENTENCE);
				}
			}

			@Override
			public boolean isFinished() {
				return this.from.isFinished();
			}

			@Override
			public boolean isReady() {
				return this.from.isReady();
			}

			@Override
			public void setReadListener(ReadListener listener) {
				this.from.setReadListener(listener);
			}

		}

	}

}
