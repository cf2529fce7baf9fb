package org.imprimatur.deadlines;

import org.imprimatur.kernel.WorkingTime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The working hours that every due date and every report goes by. */
@Configuration(proxyBeanMethods = false)
class Hours {

	@Bean
	WorkingTime workingTime() {
		return WorkingTime.ofEnglandAndWales();
	}

}
