import Foundation
import SQL
package import Time
package import VolunteerCentre

/// Makes large sets for measuring: deterministic by seed, written in batches straight into the tables, without mail.
package struct GenerateDemo: Sendable {
    package struct Size: Sendable {
        package var vacancies: Int
        package var organisations: Int
        package var applications: Int
        package var volunteers: Int
        /// Slug of the only centre that gets them; all centres in turn without it.
        package var centre: String?

        package init(vacancies: Int, organisations: Int, applications: Int, volunteers: Int, centre: String? = nil) {
            self.vacancies = vacancies
            self.organisations = organisations
            self.applications = applications
            self.volunteers = volunteers
            self.centre = centre
        }
    }

    private static let batch = 2000

    let words: DemoWords
    let taxonomy: Taxonomy
    let places: Places
    let size: Size
    let seed: UInt64

    package init(folder: String, taxonomy: Taxonomy, places: Places, size: Size, seed: UInt64) throws {
        words = try DemoWords(file: folder + "/words.json")
        self.taxonomy = taxonomy
        self.places = places
        self.size = size
        self.seed = seed
    }

    /// - Parameter progress: what is being made, how many so far, of how many.
    package func callAsFunction(
        into workroom: Workroom, now: Instant, progress: @Sendable (String, Int, Int) -> Void
    ) async throws {
        let (database, mails) = (workroom.database, workroom.mails)
        @Sendable func system(_ centre: Centre, _ tx: Transaction) -> UnitOfWork {
            UnitOfWork(tx, by: .system(centre: centre), at: now, mails: mails)
        }
        let centres = try await database.read { tx in try CentreQueries.all(tx) }.filter {
            size.centre == nil || $0.slug == size.centre
        }
        guard !centres.isEmpty else { return }
        var chance = SeededChance(seed: seed)
        var owners: [(ID<Organisation>, Centre)] = []
        while owners.count < size.organisations {
            let count = min(Self.batch, size.organisations - owners.count)
            let (start, batchChance) = (owners.count, chance)
            let (made, after) = try await database.write { tx in
                var chance = batchChance
                let made = try (0..<count).map { offset in
                    let centre = centres[(start + offset) % centres.count]
                    return (try organisation(start + offset, &chance, in: system(centre, tx)), centre)
                }
                return (made, chance)
            }
            owners += made
            chance = after
            progress("organisations", owners.count, size.organisations)
        }
        let all = owners
        try await batches("vacancies", size.vacancies, database, &chance, progress) { number, chance, tx in
            let (organisation, centre) = chance.pick(all)
            try vacancy(number, organisation: organisation, &chance, in: system(centre, tx))
        }
        // Of nobody is it asked on the first morning whether it is still right.
        try await database.write { tx in
            try tx("update vacancy set confirmed_at = \(now) where state = 'published' and confirmed_at is null")
        }
        try await batches("volunteers", size.volunteers, database, &chance, progress) { number, chance, tx in
            try volunteer(number, &chance, in: system(centres[number % centres.count], tx))
        }
        guard size.applications > 0 else { return }
        let targets = try await database.read { tx in
            try tx(
                "select id, centre_id, organisation_id, published_at from vacancy where state = 'published' order by id limit 20000"
            ).map {
                (
                    vacancy: try $0["id"] as Int64, centre: try $0["centre_id"] as Int64,
                    organisation: try $0["organisation_id"] as Int64, at: try $0["published_at"] as Instant
                )
            }
        }
        guard !targets.isEmpty else { return }
        try await batches("applications", size.applications, database, &chance, progress) { number, chance, tx in
            let target = chance.pick(targets)
            let name = chance.pick(words.first_names) + " " + chance.pick(words.last_names)
            let at = Instant(
                milliseconds: target.at.milliseconds + Int64(chance.below(100))
                    * (now.milliseconds - target.at.milliseconds) / 100)
            try tx(
                """
                insert into application (centre_id, organisation_id, vacancy_id, kind, name, name_key, email, phone, message, language, state,
                    submission_key, created_at)
                values (\(target.centre), \(target.organisation), \(target.vacancy), 'guest', \(name), \(Folding.fold(name)), \("persoon\(number)@post.example"), '',
                    \(sentences(2, "", "", &chance)), 'nl', 'new', \("generated:\(seed):\(number)"), \(at))
                """)
        }
    }

    private func batches(
        _ what: String, _ total: Int, _ database: any Database, _ chance: inout SeededChance,
        _ progress: @Sendable (String, Int, Int) -> Void,
        _ make: @Sendable @escaping (Int, inout SeededChance, Transaction) throws -> Void
    ) async throws {
        var done = 0
        while done < total {
            let (start, count, batchChance) = (done, min(Self.batch, total - done), chance)
            chance = try await database.write { tx in
                var chance = batchChance
                for offset in 0..<count { try make(start + offset, &chance, tx) }
                return chance
            }
            done += count
            progress(what, done, total)
        }
    }

    private func organisation(_ number: Int, _ chance: inout SeededChance, in work: UnitOfWork) throws -> ID<
        Organisation
    > {
        let place = chance.pick(work.centre.municipalities)
        let name = words.fill(chance.pick(words.organisation_names), place: place, organisation: "", chance: &chance)
            .split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
        let at = work.now.subtracting(.days(200 + chance.below(600)))
        return ID(
            try work.tx.insert(
                """
                insert into organisation (centre_id, name, name_key, legal_form, short_description, website, email, phone, street,
                    house_number, postcode, place, municipality, newsletter, terms_version, terms_accepted_at, logo, state, submission_key, created_at)
                values (\(work.centre.id), \(name), \(Folding.fold(name)), 'stichting', \(sentences(2, place, name, &chance)), '',
                    \("organisatie\(number)@post.example"), '', '', '', '', \(place), \(place), \(false), '2026-11', \(at), \(String?.none),
                    \(Organisation.State.approved), \("generated:\(seed):\(number)"), \(at)) returning id
                """))
    }

    /// Somebody without a password: nobody logs in as a generated person.
    private func volunteer(_ number: Int, _ chance: inout SeededChance, in work: UnitOfWork) throws {
        let name = chance.pick(words.first_names) + " " + chance.pick(words.last_names)
        let joined = work.now.subtracting(.days(chance.below(700)))
        let then = work.at(joined)
        let account = try AccountQueries.findOrCreate(
            email: "vrijwilliger\(number)@post.example", name: name, language: work.centre.language, in: then)
        let id = try BecomeVolunteer.run(account.id, called: name, in: then)
        let hers = work.acting(as: .volunteer(id), account.id).at(joined)
        var profile = Volunteer.Profile()
        profile.name = name
        profile.place = chance.pick(work.centre.municipalities)
        profile.about = sentences(2, "", "", &chance)
        _ = try ChangeProfile.run(profile, in: hers)
        try work.tx("update volunteer set seen_at = \(work.now) where id = \(id)")
        var answers = Answers()
        answers[.interest] = chance.picks(taxonomy.entries(.interest), 1 + chance.below(3)).map(\.slug)
        answers[.activity] = chance.picks(taxonomy.entries(.activity), 1 + chance.below(2)).map(\.slug)
        answers[.daypart] = chance.picks(taxonomy.entries(.daypart), 1).map(\.slug)
        answers[.place] = places.of(profile.place).first.map { [$0.postcode] } ?? []
        _ = try KeepAnswers.run(answers, in: hers)
        // A third of them like to be asked.
        guard number.isMultiple(of: 3) else { return }
        _ = try JoinPool.run(
            alias: "Kandidaat \(number)", introduction: sentences(1, "", "", &chance), in: hers)
    }

    private func vacancy(
        _ number: Int, organisation: ID<Organisation>, _ chance: inout SeededChance, in work: UnitOfWork
    ) throws {
        var content = Vacancy.Content()
        let municipality = chance.pick(work.centre.municipalities)
        let known = places.of(municipality)
        let spot = known.isEmpty ? nil : chance.pick(known)
        let place = spot?.name ?? municipality
        content.title = capitalised(
            words.fill(chance.pick(words.titles), place: place, organisation: "ons", chance: &chance))
        content.description = sentences(5 + chance.below(5), place, "ons team", &chance)
        content.offer = sentences(3 + chance.below(3), place, "ons team", &chance)
        content.hours = "\(1 + chance.below(8)) uur per week"
        content.engagement = chance.pick(taxonomy.entries(.engagement)).slug
        content.place = place
        content.municipality = municipality
        content.postcode = spot?.postcode ?? ""
        content.fromHome = chance.below(12) == 0
        content.languageLevel = chance.pick(taxonomy.entries(.languageLevel)).slug
        content.interests = chance.picks(taxonomy.entries(.interest), 1 + chance.below(3)).map(\.slug)
        content.activities = chance.picks(taxonomy.entries(.activity), 1 + chance.below(2)).map(\.slug)
        content.dayparts = chance.picks(taxonomy.entries(.daypart), 1).map(\.slug)
        let published = work.now.subtracting(.minutes(10 + chance.below(150 * 24 * 60)))
        let insertion = VacancyRows.insertion(
            content, of: organisation, in: work.centre.id, state: .published,
            search: VacancyRows.searchText(content, ""),
            submissionKey: "generated:\(seed):\(number)", version: 2, created: published, queued: published,
            published: published)
        let id = ID<Vacancy>(try work.tx.insert("\(insertion) returning id"))
        var tags = SQL.empty
        for tag in content.tags {
            let row: SQL = "(\(work.centre.id), \(id), \(tag.list), \(tag.slug))"
            tags = tags.isEmpty ? row : "\(tags), \(row)"
        }
        try work.tx("insert into vacancy_tag (centre_id, vacancy_id, list, slug) values \(tags)")
    }

    private func sentences(_ count: Int, _ place: String, _ organisation: String, _ chance: inout SeededChance)
        -> String
    {
        (0..<count).map { _ in
            capitalised(
                words.fill(chance.pick(words.sentences), place: place, organisation: organisation, chance: &chance))
        }
        .joined(separator: " ")
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
