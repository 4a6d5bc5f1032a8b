import Jobs
import SQL

extension Capability {
    /// Organisations, vacancies, responses, matches, volunteers and finding: what every other capability stands on.
    package static let vacancyBank: Capability = {
        var bank = Capability("vacancy_bank")
        bank.migrations = Migration.vacancyBank
        bank.mails =
            MailKind.organisations + MailKind.vacancies + MailKind.applications + MailKind.answering + MailKind.matches
            + MailKind.volunteers + MailKind.candidates + MailKind.kept + MailKind.accounts
        bank.premises = [
            Premise.organisations, Premise.vacancies, Premise.answering, Premise.volunteers, Premise.keeping,
        ].reduce(into: [:]) { all, rules in all.merge(rules) { _, _ in preconditionFailure("two rules of one name") } }
        bank.acts = bankActs
        bank.jobs = jobs
        bank.tasks = tasks
        bank.tables = bankTables
        return bank
    }()

    private static func jobs(_ tools: Toolbox) -> [String: JobHandler] {
        [
            ResetRequest.job: { job in
                let request = try job.payload(ResetRequest.self)
                try await tools.atCentre(request.centre, job) { work in
                    try RequestReset.run(email: request.email, in: work)
                }
            },
            LimitedAddress.job: { job in
                let address = try job.payload(LimitedAddress.self)
                try await tools.atCentre(address.centre, job) { work in try address(in: work) }
            },
            RegisterVolunteer.job: { job in
                let request = try job.payload(RegisterVolunteer.self)
                try await tools.atCentre(request.centre, job) { work in try request(in: work) }
            },
            ClosingLetter.job: { job in
                let letter = try job.payload(ClosingLetter.self)
                try await tools.finder.catchUp()
                try await tools.atCentre(letter.centre, job) { work in
                    try SendClosingLetter(finder: tools.finder)(letter, in: work)
                }
            },
            CleanUploads.job: CleanUploads(in: tools.workroom, withoutMetadata: tools.withoutMetadata).handler,
        ]
    }
}

extension Toolbox {
    /// What a form asked for; a centre that is no more asks nothing.
    fileprivate func atCentre(
        _ number: Int64, _ job: JobContext, _ body: @escaping @Sendable (UnitOfWork) throws -> Void
    ) async throws {
        guard let centre = try await database.read({ tx in try CentreQueries.find(ID(number), tx) }) else { return }
        try await workroom.write(by: .system(centre: centre), at: job.now, body)
    }
}
