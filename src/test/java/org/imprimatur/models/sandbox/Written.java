package org.imprimatur.models.sandbox;

import java.util.Date;

import org.imprimatur.kernel.LondonTime;

/** What a real case wrote, as somebody would type it. */
final class Written {

	private Written() {
	}

	static String text(Object value) {
		return (value instanceof Date date) ? LondonTime.iso(date.toInstant()) : String.valueOf(value);
	}

}
