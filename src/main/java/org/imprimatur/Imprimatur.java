package org.imprimatur;

import java.util.Arrays;
import java.util.TimeZone;

import org.imprimatur.ledger.VerifyLedger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The approval engine: one application, the process engine embedded. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Imprimatur {

	public static void main(String[] args) {
		// the engine stores due dates without a zone, so the whole JVM keeps to UTC
		TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
		if (Arrays.stream(args).anyMatch((arg) -> arg.startsWith("--" + MoveToPostgres.FROM + "="))) {
			new SpringApplicationBuilder(MoveToPostgres.class).web(WebApplicationType.NONE).run(args).close();
			return;
		}
		if (Arrays.stream(args).anyMatch((arg) -> arg.startsWith("--" + VerifyLedger.OPTION))) {
			new SpringApplicationBuilder(VerifyLedger.class).web(WebApplicationType.NONE).run(args).close();
			return;
		}
		SpringApplication.run(Imprimatur.class, args);
	}

}
