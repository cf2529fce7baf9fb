package org.imprimatur.security;

import java.util.Set;

/** Says who stands behind an item of another feature, such as who wrote a post. */
public interface PeopleBehind {

	/** Logins; empty if this feature has no such item. */
	Set<String> behind(String reference);

}
