package org.imprimatur.security.guards;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a signed-in person may ask of the engine directly, that is through REST, Tasklist
 * or Cockpit: one row per command of the engine. A command that is in no row is refused.
 */
enum Act {

	/** Looking: the engine's own authorisations say at what. */
	READ("""
			GetPasswordPolicyCmd CreateGroupQueryCmd CreateUserQueryCmd CreateTenantQueryCmd
			AuthorizationCheckCmd IsIdentityServiceReadOnlyCmd IsTelemetryEnabledCmd CreateMigrationPlanCmd
			ExecuteFilterCountCmd ExecuteFilterListCmd ExecuteFilterListPageCmd ExecuteFilterSingleResultCmd GetFilterCmd
			FindActiveActivityIdsCmd GetActivityInstanceCmd GetCamundaFormDefinitionCmd GetDeployedProcessDefinitionCmd
			GetDeployedStartFormCmd GetDeployedTaskFormCmd GetDeploymentBpmnModelInstanceCmd GetFormKeyCmd
			GetDeploymentDecisionDefinitionCmd GetDeploymentDecisionDiagramCmd GetDeploymentDecisionModelCmd
			GetDeploymentDecisionRequirementsDefinitionCmd GetDeploymentDecisionRequirementsDiagramCmd
			GetDeploymentDecisionRequirementsModelCmd GetDeploymentDmnModelInstanceCmd GetDeploymentProcessDiagramCmd
			GetDeploymentProcessDiagramLayoutCmd GetDeploymentProcessModelCmd GetDeploymentResourceCmd
			GetDeploymentResourceForIdCmd GetDeploymentResourceNamesCmd GetDeploymentResourcesCmd GetHistoryLevelCmd
			GetExecutionVariableCmd GetExecutionVariableTypedCmd GetExecutionVariablesCmd GetIdentityLinksForTaskCmd
			GetExternalTaskErrorDetailsCmd GetHistoricExternalTaskLogErrorDetailsCmd GetHistoricJobLogExceptionStacktraceCmd
			GetIdentityLinksForProcessDefinitionCmd GetJobExceptionStacktraceCmd GetProcessInstanceCommentsCmd
			GetRenderedStartFormCmd GetRenderedTaskFormCmd GetStartFormCmd GetStartFormVariablesCmd GetSubTasksCmd
			GetStaticCalledProcessDefinitionCmd GetTaskCommentCmd GetTaskCommentsCmd GetTaskFormCmd GetTaskFormVariablesCmd
			GetTaskVariableCmd GetTaskVariableCmdTyped GetTaskVariablesCmd GetTableCountCmd GetTableNameCmd
			GetTopicNamesCmd GetUserAccountCmd GetUserInfoCmd GetUserInfoKeysCmd GetUserPictureCmd
			HistoricProcessInstanceReportImpl$ExecuteDurationReportCmd HistoricTaskInstanceReportImpl$ExecuteDurationCmd
			HistoricTaskInstanceReportImpl$HistoricTaskInstanceCountByNameCmd TaskReportImpl$TaskCountByCandidateGroupCmd
			HistoricTaskInstanceReportImpl$HistoricTaskInstanceCountByProcessDefinitionKey FindHistoryCleanupJobsCmd
			MetricsQueryImpl$MetricsQueryIntervalCmd MetricsQueryImpl$MetricsQuerySumCmd GetTelemetryDataCmd
			GetProcessApplicationForDeploymentCmd ManagementServiceImpl$GetRegisteredDeploymentsCmd GetTaskEventsCmd
			ActivityStatisticsQueryImpl AuthorizationQueryImpl DeploymentQueryImpl DeploymentStatisticsQueryImpl
			EventSubscriptionQueryImpl ExecutionQueryImpl ExternalTaskQueryImpl HistoricActivityInstanceQueryImpl
			HistoricActivityStatisticsQueryImpl HistoricDecisionInstanceQueryImpl HistoricDecisionInstanceStatisticsQueryImpl
			HistoricDetailQueryImpl HistoricExternalTaskLogQueryImpl HistoricIdentityLinkLogQueryImpl
			HistoricIncidentQueryImpl HistoricJobLogQueryImpl HistoricProcessInstanceQueryImpl
			HistoricTaskInstanceQueryImpl HistoricVariableInstanceQueryImpl IncidentQueryImpl JobDefinitionQueryImpl
			JobQueryImpl ProcessDefinitionQueryImpl ProcessDefinitionStatisticsQueryImpl ProcessInstanceQueryImpl
			SchemaLogQueryImpl TaskQueryImpl UserOperationLogQueryImpl VariableInstanceQueryImpl BatchQueryImpl
			BatchStatisticsQueryImpl HistoricBatchQueryImpl DecisionDefinitionQueryImpl
			DecisionRequirementsDefinitionQueryImpl FilterQueryImpl DbGroupQueryImpl DbTenantQueryImpl DbUserQueryImpl
			CleanableHistoricBatchReportImpl CleanableHistoricCaseInstanceReportImpl
			CleanableHistoricDecisionInstanceReportImpl CleanableHistoricProcessInstanceReportImpl
			CaseDefinitionQueryImpl CaseExecutionQueryImpl CaseInstanceQueryImpl CaseSentryPartQueryImpl
			HistoricCaseInstanceQueryImpl HistoricCaseActivityInstanceQueryImpl HistoricCaseActivityStatisticsQueryImpl
			""",
			""),

	/** Taking a task for oneself, handing it back. */
	TAKE("ClaimTaskCmd AssignTaskCmd", ""),

	/** A remark on a task; decisions and reasons stand in our own tables. */
	COMMENT("AddCommentCmd", ""),

	/** A filter of one's own. */
	FILTER("CreateFilterCmd SaveFilterCmd DeleteFilterCmd", ""),

	/** One's own password and settings. */
	SELF("SaveUserCmd CheckPassword", "An administrator keeps people's names; you can change your own password only."),

	/** A new version of a model. */
	DEPLOY("DeployCmd", "Modellers deploy models. Ask one of them."),

	/** What an administrator may do to cases and people; each leaves a row of ours. */
	INTERVENE(
			"""
					ModifyProcessInstanceCmd ModifyProcessInstanceAsyncCmd ProcessInstanceModificationCmd
					ProcessInstanceModificationBatchCmd DeleteProcessInstanceCmd DeleteProcessInstancesCmd
					DeleteProcessInstanceBatchCmd ActivateProcessInstanceCmd SuspendProcessInstanceCmd
					UpdateProcessInstancesSuspendStateCmd UpdateProcessInstancesSuspendStateBatchCmd ActivateProcessDefinitionCmd
					SuspendProcessDefinitionCmd ActivateJobCmd SuspendJobCmd ActivateJobDefinitionCmd SuspendJobDefinitionCmd
					ActivateBatchCmd SuspendBatchCmd SetJobRetriesCmd JobRetryCmd SetJobsRetriesBatchCmd
					SetJobsRetriesByProcessBatchCmd ExecuteJobsCmd
					CreateUserCmd DeleteUserCmd CreateGroupCmd SaveGroupCmd DeleteGroupCmd CreateMembershipCmd DeleteMembershipCmd
					UnlockUserCmd CreateAuthorizationCommand SaveAuthorizationCmd DeleteAuthorizationCmd DeleteBatchCmd
					SetAnnotationForIncidentCmd SetAnnotationForOperationLog ResolveIncidentCmd CreateNativeUserQueryCmd
					GetPropertiesCmd GetTableMetaDataCmd TablePageQueryImpl GetLicenseKeyCmd GetUniqueTaskWorkerCountCmd
					""",
			"Only an administrator may do this, and each time is recorded."),

	/** Completing a task anywhere but on its page. */
	COMPLETE("CompleteTaskCmd SubmitTaskFormCmd ResolveTaskCmd", "Complete this task at %s"),

	/** Starting a case anywhere but on its page. */
	START("""
			StartProcessInstanceCmd SubmitStartFormCmd StartProcessInstanceAtActivitiesCmd RestartProcessInstancesCmd
			RestartProcessInstancesBatchCmd EvaluateStartConditionCmd
			""", "Start this at %s"),

	/** Sending a message or a signal by hand. */
	MESSAGE("""
			CorrelateMessageCmd CorrelateAllMessageCmd CorrelateAllMessageBatchCmd MessageEventReceivedCmd
			SignalCmd SignalEventReceivedCmd
			""",
			"Cases take messages from the item's own page only: open it under /items and choose what to do there."),

	/** Writing what a case remembers. */
	WRITE("""
			SetExecutionVariablesCmd RemoveExecutionVariablesCmd PatchExecutionVariablesCmd SetTaskVariablesCmd
			RemoveTaskVariablesCmd PatchTaskVariablesCmd SetVariablesToProcessInstancesBatchCmd
			""",
			"What a case remembers is written by its tasks only: do the task, or change the item on its own page."),

	/** Steering a case by an error or an escalation. */
	STEER("HandleTaskBpmnErrorCmd HandleTaskEscalationCmd",
			"A task ends by a decision only: complete it on its own page under /tasks."),

	/** Changing what a task is, or whose. */
	RESHAPE("""
			DelegateTaskCmd SaveTaskCmd CreateTaskCmd DeleteTaskCmd SetTaskPriorityCmd SetTaskDueDateCmd
			SetTaskFollowUpDateCmd SetTaskNameCmd SetTaskDescriptionCmd SetTaskOwnerCmd AddUserIdentityLinkCmd
			AddGroupIdentityLinkCmd DeleteIdentityLinkCmd DeleteUserIdentityLinkCmd DeleteGroupIdentityLinkCmd
			AddIdentityLinkForProcessDefinitionCmd DeleteIdentityLinkForProcessDefinitionCmd
			""",
			"Tasks come from the model, with their people and dates. Claim it, hand it back, or ask an administrator."),

	/**
	 * Moving running cases to another version, which would put them on a step unchecked.
	 */
	MIGRATE("MigrateProcessInstanceCmd MigrateProcessInstanceBatchCmd",
			"Cases are moved to another version by an administrator on the page of their process only, under /models."),

	/** Moving time. */
	TIME("SetJobDuedateCmd RecalculateJobDuedateCmd DeleteJobCmd DeleteJobsCmd SetJobPriorityCmd SetJobDefinitionPriorityCmd",
			"Deadlines come from the policy's tables and cannot be moved by hand."),

	/** Rewriting or removing the record. */
	ERASE("""
			DeleteHistoricProcessInstancesCmd DeleteHistoricProcessInstancesBatchCmd DeleteHistoricTaskInstanceCmd
			DeleteHistoricVariableInstanceCmd DeleteHistoricVariableInstancesByProcessInstanceIdCmd
			DeleteHistoricBatchCmd DeleteHistoricCaseInstanceCmd DeleteHistoricCaseInstancesBulkCmd
			DeleteHistoricDecisionInstanceByDefinitionIdCmd DeleteHistoricDecisionInstanceByInstanceIdCmd
			DeleteHistoricDecisionInstancesBatchCmd DeleteHistoricDecisionInstancesBulkCmd DeleteUserOperationLogEntryCmd
			DeleteTaskCommentCmd DeleteProcessInstanceCommentCmd UpdateCommentCmd DeleteDeploymentCmd
			DeleteProcessDefinitionsByIdsCmd DeleteProcessDefinitionsByKeyCmd HistoryCleanupCmd DeleteMetricsCmd
			DeleteTaskMetricsCmd SetRemovalTimeToHistoricBatchesCmd SetRemovalTimeToHistoricDecisionInstancesCmd
			SetRemovalTimeToHistoricProcessInstancesCmd UpdateProcessDefinitionHistoryTimeToLiveCmd
			UpdateDecisionDefinitionHistoryTimeToLiveCmd UpdateCaseDefinitionHistoryTimeToLiveCmd
			""",
			"The record is kept as it was made: nothing in it can be changed or deleted by hand."),

	/** Files belong to our own pages, where they are checked. */
	ATTACH("""
			CreateAttachmentCmd SaveAttachmentCmd DeleteAttachmentCmd GetAttachmentCmd GetAttachmentContentCmd
			GetProcessInstanceAttachmentsCmd GetTaskAttachmentCmd GetTaskAttachmentContentCmd GetTaskAttachmentsCmd
			""", "Files are added on the task's own page under /tasks."),

	/** Nothing a person, or a program with a person's login, has a use for here. */
	NEVER("""
			EvaluateDecisionCmd EvaluateDecisionTableCmd CompleteExternalTaskCmd ExtendLockOnExternalTaskCmd
			FetchExternalTasksCmd HandleExternalTaskBpmnErrorCmd HandleExternalTaskFailureCmd LockExternalTaskCmd
			SetExternalTaskPriorityCmd SetExternalTaskRetriesCmd SetExternalTasksRetriesBatchCmd SetExternalTasksRetriesCmd
			UnlockExternalTaskCmd CreateIncidentCmd CreateTenantCmd CreateTenantGroupMembershipCmd
			CreateTenantUserMembershipCmd DeleteTenantCmd DeleteTenantGroupMembershipCmd DeleteTenantUserMembershipCmd
			SaveTenantCmd SetUserInfoCmd DeleteUserInfoCmd SetUserPictureCmd DeleteUserPictureCmd SetLicenseKeyCmd
			DeleteLicenseKeyCmd LicenseCmd SetPropertyCmd DeletePropertyCmd TelemetryConfigureCmd
			PurgeDatabaseAndCacheCmd SetProcessDefinitionVersionCmd RegisterDeploymentCmd UnregisterDeploymentCmd
			RegisterProcessApplicationCmd UnregisterProcessApplicationCmd ReportDbMetricsCmd
			ActivityAfterInstantiationCmd ActivityBeforeInstantiationCmd ActivityCancellationCmd
			ActivityInstanceCancellationCmd TransitionInstanceCancellationCmd TransitionInstantiationCmd
			CaseExecutionVariableCmd CloseCaseInstanceCmd CompleteCaseExecutionCmd CreateCaseInstanceCmd
			DisableCaseExecutionCmd ManualStartCaseExecutionCmd ReenableCaseExecutionCmd TerminateCaseExecutionCmd
			GetCaseExecutionVariableCmd GetCaseExecutionVariableTypedCmd GetCaseExecutionVariablesCmd
			GetDeploymentCaseDefinitionCmd GetDeploymentCaseDiagramCmd GetDeploymentCaseModelCmd
			GetDeploymentCmmnModelInstanceCmd NativeExecutionQueryImpl NativeHistoricActivityInstanceQueryImpl
			NativeHistoricCaseActivityInstanceQueryImpl NativeHistoricCaseInstanceQueryImpl
			NativeHistoricProcessInstanceQueryImpl NativeHistoricTaskInstanceQueryImpl
			NativeHistoricVariableInstanceQueryImpl NativeHistoryDecisionInstanceQueryImpl NativeProcessInstanceQueryImpl
			NativeTaskQueryImpl NativeUserQueryImpl OptimizeCompletedHistoricActivityInstanceQueryCmd
			OptimizeCompletedHistoricIncidentsQueryCmd OptimizeCompletedHistoricProcessInstanceQueryCmd
			OptimizeCompletedHistoricTaskInstanceQueryCmd OptimizeHistoricDecisionInstanceQueryCmd
			OptimizeHistoricIdentityLinkLogQueryCmd OptimizeHistoricUserOperationsLogQueryCmd
			OptimizeHistoricVariableUpdateQueryCmd OptimizeOpenHistoricIncidentsQueryCmd
			OptimizeRunningHistoricActivityInstanceQueryCmd OptimizeRunningHistoricProcessInstanceQueryCmd
			OptimizeRunningHistoricTaskInstanceQueryCmd
			""",
			"This is not offered here. Use the pages of Imprimatur, or ask an administrator."),

	/** The engine's own housekeeping, on its own threads or inside another command. */
	HOUSEKEEPING(
			"""
					AcquireJobsCmd BootstrapEngineCommand DbSchemaDrop$1 DbSchemaExecuteFile$1 DbSchemaPrune$1 DefaultJobRetryCmd
					DetermineHistoryLevelCmd FailedJobListener FailedJobListener$FailedJobListenerCmd GetNextIdBlockCmd
					GetUnlockedTimersByDuedateCmd HistoryCleanupHandler$HistoryCleanupHandlerCmd HistoryCleanupSchedulerCmd
					HistoryLevelSetupCommand ManagementServiceImpl$DbSchemaUpgradeCmd SuccessfulJobListener UnlockJobCmd
					MetricsCollectionTask$MetricsCollectionCmd DbMetricsReporter$ReportDbMetricsValueCmd MetricsQueryImpl
					RepeatingFailedJobListener$CreateNewTimerJobCommand SchemaOperationProcessEngineClose
					SchemaOperationsProcessEngineBuild DeleteDeploymentFailListener$DeleteDeploymentFailCmd
					DeploymentFailListener$DeleteDeploymentListenerCmd AbstractProcessEngineTestCase$1
					""",
			"This is the engine's own housekeeping.");

	private static final Map<String, Act> BY_COMMAND = new LinkedHashMap<>();

	static {
		for (Act act : values()) {
			for (String command : act.commands.strip().split("\\s+")) {
				if (BY_COMMAND.put(command, act) != null) {
					throw new IllegalStateException(command + " stands in two rows");
				}
			}
		}
	}

	private final String commands;

	private final String sentence;

	Act(String commands, String sentence) {
		this.commands = commands;
		this.sentence = sentence;
	}

	static Optional<Act> of(Class<?> command) {
		String name = command.getName();
		return Optional.ofNullable(BY_COMMAND.get(name.substring(name.lastIndexOf('.') + 1)));
	}

	/** What to do instead, for the person who is refused. */
	String sentence() {
		return this.sentence;
	}

}
