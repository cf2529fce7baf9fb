package org.imprimatur.security.signin;

import jakarta.servlet.DispatcherType;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.imprimatur.security.People;
import org.imprimatur.security.Settings;
import org.imprimatur.security.guards.Refusals;
import org.imprimatur.security.web.Problems;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One sign-in for everything that is served: our pages, the engine's web applications and
 * its REST. What is not named here is closed to strangers.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class Doors {

	private static final String POLICY = "default-src 'self'; frame-ancestors 'self'; object-src 'none'; "
			+ "base-uri 'self'; form-action 'self'";

	private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

	@Bean
	SecurityFilterChain chain(HttpSecurity http, People people, IdentityService identity, EngineSignIn signIn,
			Problems problems, Refusals refusals) throws Exception {
		RequestMatcher ourLogout = PATHS.matcher(HttpMethod.POST, "/logout");
		RequestMatcher theirLogout = PATHS.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");
		SignInAgain again = new SignInAgain(requestCache(), problems, refusals);
		SimpleUrlLogoutSuccessHandler toLogin = new SimpleUrlLogoutSuccessHandler();
		toLogin.setDefaultTargetUrl("/login?logout");
		http.authenticationProvider(signIn)
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(paths("/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**",
						"/camunda/api/admin/auth/user/*/login/**", "/engine-rest/task/*/bpmnError",
						"/engine-rest/task/*/bpmnEscalation", "/engine-rest/engine/*/task/*/bpmnError",
						"/engine-rest/engine/*/task/*/bpmnEscalation", "/engine-rest/task/*/attachment/**",
						"/engine-rest/engine/*/task/*/attachment/**",
						"/camunda/api/engine/engine/*/task/*/attachment/**",
						"/camunda/api/engine/engine/*/external-task/**",
						"/camunda/api/engine/engine/*/task/*/bpmnError",
						"/camunda/api/engine/engine/*/task/*/bpmnEscalation"))
				.denyAll()
				.requestMatchers(paths("/login", "/assets/**", "/favicon.ico", "/actuator/health/**", "/error"))
				.permitAll()
				// a calendar program cannot sign in: whoever holds the secret reads that
				// one feed
				.requestMatchers(PATHS.matcher(HttpMethod.GET, "/calendar/*.ics"))
				.permitAll()
				// the Modeler asks without signing in, before it shows a link
				.requestMatchers(PATHS.matcher(HttpMethod.GET, "/.well-known/camunda-automation-platform/webapps"))
				.permitAll()
				.requestMatchers(paths("/actuator/**"))
				.hasAuthority("camunda-admin")
				.requestMatchers(paths("/engine-rest/**"))
				.hasAnyAuthority("modellers", "camunda-admin", "integrations")
				.anyRequest()
				.authenticated())
			.formLogin((form) -> form.loginPage("/login").failureHandler(new SignInFailed()).permitAll())
			.httpBasic((basic) -> basic.authenticationEntryPoint(again))
			.logout((logout) -> logout.logoutRequestMatcher(new OrRequestMatcher(ourLogout, theirLogout))
				.defaultLogoutSuccessHandlerFor(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT),
						theirLogout)
				.defaultLogoutSuccessHandlerFor(toLogin, ourLogout)
				.deleteCookies("JSESSIONID"))
			.csrf((csrf) -> csrf.requireCsrfProtectionMatcher(new NeedsToken()))
			.requestCache((cache) -> cache.requestCache(requestCache()))
			.sessionManagement((session) -> session.sessionFixation((fixation) -> fixation.changeSessionId()))
			.exceptionHandling((errors) -> errors.authenticationEntryPoint(again).accessDeniedHandler(again))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY))
				.frameOptions((frames) -> frames.sameOrigin())
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
			.addFilterBefore(new PersonOnThread(people, identity), AuthorizationFilter.class);
		return http.build();
	}

	/** Only a page somebody wanted to read is gone back to after the sign-in. */
	private static HttpSessionRequestCache requestCache() {
		HttpSessionRequestCache cache = new HttpSessionRequestCache();
		cache.setMatchingRequestParameterName(null);
		cache.setRequestMatcher(SignInAgain::isPage);
		return cache;
	}

	private static RequestMatcher[] paths(String... patterns) {
		return java.util.Arrays.stream(patterns).map(PATHS::matcher).toArray(RequestMatcher[]::new);
	}

	@Bean
	FilterRegistrationBean<ContainerBasedAuthenticationFilter> webApplicationIdentityFilter() {
		FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter = new FilterRegistrationBean<>(
				new ContainerBasedAuthenticationFilter());
		filter.addInitParameter("authentication-provider", WebApplicationIdentity.class.getName());
		filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
		filter.setOrder(201);
		return filter;
	}

}
