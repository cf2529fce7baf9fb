package org.imprimatur.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean that the expressions of a model may name, such as {@code ${deadlines.…}}.
 * Models reach the steps of the features and beans so marked, and nothing else. Every
 * public method of a marked type can be called by whoever may deploy a model: it has to
 * be harmless in any order and with any argument.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface UsableInModels {

}
