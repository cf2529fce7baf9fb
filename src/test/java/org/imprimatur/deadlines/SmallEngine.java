package org.imprimatur.deadlines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The engine and the deadlines, and nothing else of the application: what this module
 * does has to hold without the features. On PostgreSQL if
 * {@code imprimatur.test.database=postgresql}, else on H2 in memory.
 */
final class SmallEngine implements AutoCloseable {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private SmallEngine(boolean jobsRun) {
		this.context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("small", Map.of("camunda.bpm.job-execution.enabled", jobsRun)));
		this.context.register(Parts.class);
		this.context.refresh();
	}

	static SmallEngine withoutJobs() {
		return new SmallEngine(false);
	}

	/** The job executor runs with the engine's own settings. */
	static SmallEngine withJobs() {
		return new SmallEngine(true);
	}

	ProcessEngine engine() {
		return bean(ProcessEngine.class);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	boolean has(Class<?> type) {
		return this.context.getBeanProvider(type).getIfAvailable() != null;
	}

	/** As Spring Boot does once everything has started. */
	void ready() {
		this.context
			.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], this.context, null));
	}

	/** Puts the job executor to rest: its next look is a minute away. */
	void backOff() {
		JobExecutor jobs = bean(SpringProcessEngineConfiguration.class).getJobExecutor();
		jobs.shutdown();
		jobs.setWaitTimeInMillis(60_000);
		jobs.setMaxWait(60_000);
		jobs.start();
	}

	@Override
	public void close() {
		this.context.close();
		ClockUtil.reset();
	}

	// no @Configuration: the whole application must not find it on the test class path
	@ComponentScan("org.imprimatur.deadlines")
	static class Parts {

		@Bean
		Database database() {
			return new Database();
		}

		@Bean
		DataSource dataSource(Database database) {
			DataSource made = database.open();
			ResourceDatabasePopulator tables = new ResourceDatabasePopulator(
					new ClassPathResource("db/migration/V2__reminders.sql"));
			DatabasePopulatorUtils.execute(tables, made);
			return made;
		}

		@Bean
		PlatformTransactionManager transactionManager(DataSource dataSource) {
			return new DataSourceTransactionManager(dataSource);
		}

		@Bean
		JdbcClient jdbcClient(DataSource dataSource) {
			return JdbcClient.create(dataSource);
		}

		@Bean
		SpringProcessEngineConfiguration engineConfiguration(DataSource dataSource,
				PlatformTransactionManager transactions, ObjectProvider<ProcessEnginePlugin> plugins,
				@Value("${camunda.bpm.job-execution.enabled}") boolean jobsRun) {
			SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
			configuration.setProcessEngineName("small-" + UUID.randomUUID());
			configuration.setDataSource(dataSource);
			configuration.setTransactionManager(transactions);
			configuration.setDatabaseSchemaUpdate("true");
			configuration.setHistory("full");
			configuration.setAuthorizationEnabled(true);
			configuration.setProcessEnginePlugins(new ArrayList<>(plugins.orderedStream().toList()));
			JobExecutor jobs = new DefaultJobExecutor();
			configuration.setJobExecutor(jobs);
			configuration.setJobExecutorActivate(jobsRun);
			configuration.setMetricsEnabled(false);
			return configuration;
		}

		@Bean
		ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration configuration) {
			ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
			factory.setProcessEngineConfiguration(configuration);
			return factory;
		}

		@Bean
		DecisionService decisionService(ProcessEngine engine) {
			return engine.getDecisionService();
		}

		@Bean
		RepositoryService repositoryService(ProcessEngine engine) {
			return engine.getRepositoryService();
		}

	}

	/** One database for one context. */
	static class Database implements AutoCloseable {

		private final List<EmbeddedPostgres> servers = new ArrayList<>();

		DataSource open() {
			if (!"postgresql".equals(System.getProperty("imprimatur.test.database"))) {
				return new DriverManagerDataSource("jdbc:h2:mem:small-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
						"sa", "");
			}
			try {
				this.servers.add(EmbeddedPostgres.start());
				return this.servers.get(0).getPostgresDatabase();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public void close() throws IOException {
			for (EmbeddedPostgres server : this.servers) {
				server.close();
			}
		}

	}

}
