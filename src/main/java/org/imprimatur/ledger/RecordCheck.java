package org.imprimatur.ledger;

import java.util.List;

/**
 * Something else that has to hold in the record, besides that its rows are as they were
 * entered: every verification asks it.
 */
public interface RecordCheck {

	/**
	 * What does not hold.
	 * @param most of each sort that are told
	 */
	List<Finding> find(int most);

}
