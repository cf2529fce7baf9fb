package org.imprimatur.ledger;

/**
 * The end of the chain. Noted elsewhere, it proves later that nothing before it was
 * changed or cut off.
 *
 * @param number of the last entry; 0 if there is none
 * @param mac of the last entry, in hexadecimal digits
 */
public record LedgerHead(long number, String mac) {

	/** As it is printed, mailed and given to a command: {@code number:mac}. */
	@Override
	public String toString() {
		return this.number + ":" + this.mac;
	}

	/**
	 * Reads what {@link #toString} wrote.
	 * @throws IllegalArgumentException if it is no head
	 */
	public static LedgerHead parse(String text) {
		String[] parts = text.strip().split(":");
		if (parts.length != 2 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("[0-9a-f]{64}")) {
			throw new IllegalArgumentException("A head is a number, a colon and 64 hexadecimal digits.");
		}
		return new LedgerHead(Long.parseLong(parts[0]), parts[1]);
	}

}
