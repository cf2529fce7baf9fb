package org.imprimatur;

import java.util.TimeZone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The approval engine: one application, the process engine embedded. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Imprimatur {

	public static void main(String[] args) {
		// the engine stores due dates without a zone, so the whole JVM keeps to UTC
		TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
		SpringApplication.run(Imprimatur.class, args);
	}

}
