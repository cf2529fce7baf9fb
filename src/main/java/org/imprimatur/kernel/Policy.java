package org.imprimatur.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The obligations of the social media policy that a type or a test carries, by their ids.
 * The ids are the file names under {@code docs/policy}; the policy map is generated from
 * this annotation.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
public @interface Policy {

	/** Ids such as {@code OBJECTS} or {@code ONE-LOGIN}. */
	String[] value();

}
