import Localisation
package import SQL
package import Time
package import VolunteerCentre

/// Fills an empty database with two lively centres. Every record goes through the same use cases as a real one, dated back.
package struct LoadDemo: Sendable {
    package enum Outcome: Sendable, Equatable { case loaded(vacancies: Int), filled }

    let files: DemoFiles
    let mails: Mails
    let passwordHash: String

    /// - Parameter passwordHash: of `DemoLogIns.password`; one for everybody, since hashing costs a third of a second.
    package init(folder: String, mails: Mails, passwordHash: String) throws {
        files = try DemoFiles(folder: folder)
        self.mails = mails
        self.passwordHash = passwordHash
    }

    package func callAsFunction(now: Instant, _ tx: Transaction) throws -> Outcome {
        guard try tx.first("select id from centre limit 1") == nil else { return .filled }
        try tx("insert into installation_setting (name, value) values ('demo', 'yes')")
        for file in files.centres { try make(file, now: now, tx) }
        let centres = Dictionary(uniqueKeysWithValues: try CentreQueries.all(tx).map { ($0.slug, $0) })
        func visitor(_ centre: Centre) -> UnitOfWork {
            UnitOfWork(tx, by: .visitor(centre: centre), at: now, mails: mails)
        }
        var organisations: [String: (ID<Organisation>, Centre)] = [:]
        for (position, file) in files.organisations.enumerated() {
            guard let centre = centres[file.centre] else { continue }
            organisations[file.key] = (try make(file, position: position, in: visitor(centre)), centre)
        }
        var vacancies: [String: (ID<Vacancy>, Centre)] = [:]
        // In the order of publication, so that the mails and histories of the demo read as they would have happened.
        for file in files.vacancies.sorted(by: { ($0.published_days_ago ?? -1) > ($1.published_days_ago ?? -1) }) {
            guard let (organisation, centre) = organisations[file.organisation] else { continue }
            vacancies[file.key] = (try make(file, organisation: organisation, in: visitor(centre)), centre)
        }
        for (position, file) in files.applications.sorted(by: { $0.days_ago > $1.days_ago }).enumerated() {
            guard let (vacancy, centre) = vacancies[file.vacancy] else { continue }
            try make(file, position: position, vacancy: vacancy, in: visitor(centre))
        }
        for file in files.volunteers {
            guard let centre = centres[file.centre] else { continue }
            try make(file, vacancies: vacancies.mapValues(\.0), in: visitor(centre))
        }
        return .loaded(vacancies: vacancies.count)
    }

    private func make(_ file: DemoFiles.CentreFile, now: Instant, _ tx: Transaction) throws {
        let address = file.address
        let input = CreateCentre.Input(
            slug: file.slug, name: file.name, host: file.slug + ".localhost", language: file.language,
            country: file.country,
            timeZone: file.time_zone, municipalities: file.municipalities, email: file.email, phone: file.phone,
            address: "\(address.street) \(address.house_number), \(address.postcode) \(address.place)",
            openingHours: file.opening_hours,
            intro: file.intro, brand: file.colours.brand, accent: file.colours.accent, logo: "logos/\(file.slug).svg")
        _ = try CreateCentre.run(input, mails: mails, now: now.subtracting(.days(400)), tx)
        guard let centre = try CentreQueries.all(tx).first(where: { $0.slug == file.slug }) else { return }
        try tx("update centre set criteria = \(file.criteria.joined(separator: "\n")) where id = \(centre.id)")
        for person in file.staff {
            guard let role = StaffRole(rawValue: person.role) else { continue }
            let work = UnitOfWork(tx, by: .system(centre: centre), at: now.subtracting(.days(399)), mails: mails)
            _ = try InviteStaff.run(email: person.email, name: person.name, role: role, in: work)
            try setPassword(of: person.email, tx)
        }
    }

    private func make(_ file: DemoFiles.OrganisationFile, position: Int, in work: UnitOfWork) throws -> ID<Organisation>
    {
        let waits = file.state == "registered"
        let registered = work.now.subtracting(waits ? .hours(20 + position) : .days(300 - position * 4))
        var input = RegisterOrganisation.Input()
        input.name = file.name
        input.legalForm =
            ["gemeente": "overheid", "feitelijke vereniging": "feitelijke-vereniging"][file.legal_form]
            ?? file.legal_form
        input.details.shortDescription = file.short_description
        input.details.website = file.website
        input.details.email = file.email
        input.details.phone = file.phone
        input.details.street = file.street
        input.details.houseNumber = file.house_number
        input.details.postcode = file.postcode
        input.details.place = file.place
        input.details.municipality = file.municipality
        input.contactName = file.contact.name
        input.contactPosition = file.contact.role
        input.contactEmail = file.contact.email
        input.contactPhone = file.contact.phone
        input.termsVersion = "2026-11"
        input.logo = file.logo
        input.language = work.centre.language
        input.submissionKey = "demo:organisation:\(file.key)"
        guard case .registered(let id) = try RegisterOrganisation.run(input, in: work.at(registered)) else {
            throw SQLError.conflict
        }
        if waits { return id }
        _ = try ReviewOrganisation.run(
            .approve, id, in: work.acting(as: .system).at(registered.adding(.days(1))))
        try setPassword(of: file.contact.email, work.tx)
        return id
    }

    private func make(_ file: DemoFiles.VacancyFile, organisation: ID<Organisation>, in work: UnitOfWork) throws -> ID<
        Vacancy
    > {
        var content = Vacancy.Content()
        content.title = file.title
        content.description = file.description
        content.offer = file.offer
        content.hours = file.hours
        content.engagement = file.engagement
        content.postcode = file.postcode
        content.place = file.place
        let own = try municipality(of: organisation, work.tx)
        content.municipality = work.centre.municipalities.first { $0 == file.place } ?? own
        content.fromHome = file.from_home
        content.languageLevel = file.language_level
        content.minimumAge = file.minimum_age
        content.days = file.days ?? []
        (content.otherPlaces, content.languages) = (file.other_places ?? [], file.languages ?? [])
        content.groupSize = file.group_size
        content.beginsOn = file.begins_in_days.map { work.today.adding(days: $0) }
        content.positions = file.positions
        content.interests = file.interests
        content.activities = file.activities
        content.dayparts = file.dayparts
        content.targets = file.targets
        content.supports = file.support
        content.publishUntil = file.publish_until_in_days.map { work.today.adding(days: $0) }
        let isOffline = file.state == "offline"
        if isOffline { content.publishUntil = work.today.adding(days: -3) }
        let published = work.now.subtracting(file.published_days_ago.map { .days($0) } ?? .hours(5)).subtracting(
            .hours(file.title.count % 20))
        let sent = published.subtracting(.hours(30))
        let member = work.acting(as: .member(organisation))
        let key = "demo:vacancy:\(file.key)"
        guard
            case .queued(let id) = try SubmitVacancy.new(content, submissionKey: key, in: member.at(sent))
        else {
            guard let made = try VacancyQueries.made(with: key, of: organisation, in: member) else {
                throw SQLError.conflict
            }
            return made.id
        }
        let verdict: ReviewVacancy.Verdict? =
            switch file.state {
            case "published", "offline": .approve
            case "draft":
                .giveBack(
                    comment:
                        "Fijne tekst! Kun je er nog bij zetten op welke dag het is, en wie de vrijwilliger begeleidt?")
            default: nil
            }
        if let verdict {
            _ = try ReviewVacancy.run(verdict, id, version: 1, in: work.acting(as: .system).at(published))
        }
        if file.featured == true {
            _ = try FeatureVacancy.run(
                id, true, in: work.acting(as: .system).at(published.adding(.hours(2))))
        }
        // Nobody has to be asked on the first morning of a demo.
        if file.state == "published", published < work.now.subtracting(.days(30)) {
            _ = try ConfirmVacancies.run([id: .right], in: member.at(work.now.subtracting(.days(9))))
        }
        if isOffline {
            _ = try TakeVacanciesOffline.run(in: work.acting(as: .system).at(work.now.subtracting(.days(2))))
        }
        return id
    }

    private func make(_ file: DemoFiles.ApplicationFile, position: Int, vacancy: ID<Vacancy>, in work: UnitOfWork)
        throws
    {
        var input = RespondAsGuest.Input()
        input.name = file.name
        input.email = file.email ?? ""
        input.phone = file.phone ?? ""
        input.message = file.message
        input.language = work.centre.language
        input.submissionKey = "demo:application:\(position)"
        let at = work.now.subtracting(.days(file.days_ago)).subtracting(.minutes(37 * (position % 30) + 5))
        _ = try RespondAsGuest.run(input, to: vacancy, in: work.at(at))
    }

    private func municipality(of organisation: ID<Organisation>, _ tx: Transaction) throws -> String {
        try tx.value("select municipality from organisation where id = \(organisation)") ?? ""
    }

    func setPassword(of email: String, _ tx: Transaction) throws {
        try tx("update account set password_hash = \(passwordHash) where email_key = \(EmailAddress.key(email))")
    }
}
