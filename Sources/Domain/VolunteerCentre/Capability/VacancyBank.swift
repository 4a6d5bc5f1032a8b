import Jobs
import SQL

extension Capability {
    /// Organisations, vacancies, responses, matches, volunteers and finding: what every other capability stands on.
    package static let vacancyBank: Capability = {
        var bank = Capability("vacancy_bank")
        bank.migrations = [
            .infrastructure,
            .centres,
            .accounts,
            .organisations,
            .vacancies,
            .applications,
            .records,
            .vacancyLife,
            .volunteers,
            .uploads,
            .invitations,
            .admission,
            .texts,
            .retention,
            .organisationVersions,
            .departments,
            .organisationMerges,
            .holidays,
            .consultants,
            .centreActivity,
            .volunteerAnswers,
            .kept,
            .candidatePool,
            .findingSettings,
            .vacancyBegins,
            .vacancyPlaces,
            .vacancySharing,
            .mailSecretPlaces,
            .uploadCleaning,
            .memberInvitations,
            .candidatesFound,
            .emailKeys,
        ]
        bank.mails =
            MailKind.organisations + MailKind.vacancies + MailKind.applications + MailKind.matches
            + MailKind.volunteers + MailKind.candidates + MailKind.kept + MailKind.accounts
        bank.jobs = jobs
        bank.tasks = tasks
        bank.tables = bankTables
        return bank
    }()

    private static func jobs(_ tools: Toolbox) -> [String: JobHandler] {
        [
            ResetRequest.job: { job in
                let (request, now) = (try job.payload(ResetRequest.self), job.now)
                try await job.database.write { tx in
                    guard let centre = try CentreQueries.find(ID(request.centre), tx) else { return }
                    try RequestReset(mails: tools.mails, random: tools.random)(
                        email: request.email, centre: centre, now: now, tx)
                }
            },
            RegisterVolunteer.job: { job in
                let (request, now) = (try job.payload(RegisterVolunteer.self), job.now)
                try await job.database.write { tx in
                    guard let centre = try CentreQueries.find(ID(request.centre), tx) else { return }
                    try request(mails: tools.mails, random: tools.random, centre: centre, now: now, tx)
                }
            },
            CleanUploads.job: CleanUploads(withoutMetadata: tools.withoutMetadata).handler,
        ]
    }
}
