package org.imprimatur.tasks;

import java.util.Set;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * The task forms under {@code forms}: from a checkout a changed form shows at the next
 * request.
 */
@Configuration(proxyBeanMethods = false)
class FormTemplates {

	@Bean
	SpringResourceTemplateResolver formTemplateResolver(@Value("${imprimatur.location:classpath:/}") String location,
			@Value("${imprimatur.cache:true}") boolean cache) {
		SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
		resolver.setPrefix(location);
		resolver.setSuffix(".html");
		resolver.setTemplateMode(TemplateMode.HTML);
		resolver.setCharacterEncoding("UTF-8");
		resolver.setResolvablePatterns(Set.of("forms/*"));
		resolver.setOrder(1);
		resolver.setCheckExistence(true);
		resolver.setCacheable(cache);
		return resolver;
	}

}
