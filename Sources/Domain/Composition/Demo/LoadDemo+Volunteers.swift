import SQL
import Time
import VolunteerCentre

extension LoadDemo {
    /// A volunteer with what she said, what was said to her, and what came of it.
    func make(
        _ file: DemoFiles.VolunteerFile, vacancies: [String: ID<Vacancy>], centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        let account = try AccountQueries.findOrCreate(
            email: file.email, name: file.name, language: centre.language, now: now.subtracting(.days(60)), tx)
        try setPassword(of: file.email, tx)
        let id = try BecomeVolunteer.run(account.id, centre: centre.id, now: now.subtracting(.days(60)), tx)
        let actor = Actor(centre: centre.id, account: account.id, role: .volunteer(id))
        var profile = Volunteer.Profile()
        profile.name = file.name
        profile.phone = file.phone
        profile.place = file.place
        profile.about = file.about
        profile.sharing = .init(phone: true, place: true, about: true)
        _ = try ChangeProfile.run(profile, by: actor, now: now.subtracting(.days(59)), tx)
        try keep(file, vacancies: vacancies, by: actor, centre: centre, now: now.subtracting(.days(3)), tx)
        try join(file, id, vacancies: vacancies, by: actor, centre: centre, now: now.subtracting(.days(2)), tx)
        for (position, response) in file.responses.enumerated() {
            guard let vacancy = vacancies[response.vacancy],
                let found = try VacancyQueries.find(vacancy, in: centre.id, tx)
            else { continue }
            var input = RespondWithAccount.Input()
            input.message = response.message
            input.submissionKey = "demo:volunteer:\(file.email):\(position)"
            let at = now.subtracting(.days(response.days_ago)).subtracting(.minutes(25 + 40 * position))
            guard
                case .sent(let application) = try RespondWithAccount(mails: mails)(
                    input, to: vacancy, by: actor, centre: centre, now: at, tx)
            else { continue }
            let member = Actor(centre: centre.id, account: nil, role: .member(found.organisation))
            let write = WriteMessage(mails: mails)
            if let answer = response.answer {
                _ = try write(
                    answer, about: application, by: member, centre: centre, now: at.adding(.minutes(9)), tx)
            }
            if let reply = response.reply {
                _ = try write(
                    reply, about: application, by: actor, centre: centre, now: at.adding(.minutes(17)), tx)
            }
            if let days = response.match_days_ago {
                let matched = now.subtracting(.days(days)).subtracting(.minutes(10))
                _ = try CreateMatch(mails: mails)(
                    application, from: centre.today(matched), until: nil, by: member, centre: centre, now: matched, tx)
            }
        }
    }

    private func keep(
        _ file: DemoFiles.VolunteerFile, vacancies: [String: ID<Vacancy>], by actor: Actor, centre: Centre,
        now: Instant,
        _ tx: Transaction
    ) throws {
        var answers = Answers()
        for (name, given) in file.answers ?? [:] {
            if let question = Answers.Question(rawValue: name) { answers[question] = given }
        }
        _ = try KeepAnswers.run(answers, by: actor, now: now, tx)
        for vacancy in (file.favourites ?? []).compactMap({ vacancies[$0] }) {
            _ = try KeepVacancy.keep(vacancy, by: actor, centre: centre, now: now, tx)
        }
        guard let words = file.search else { return }
        var question = VacancyQuestion()
        question.words = words
        _ = try ChangeSavedSearches.keep(question, .weekly, by: actor, now: now, tx)
    }

    private func join(
        _ file: DemoFiles.VolunteerFile, _ id: ID<Volunteer>, vacancies: [String: ID<Vacancy>], by actor: Actor,
        centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        guard let pool = file.pool else { return }
        _ = try JoinPool.run(
            alias: pool.alias, introduction: pool.introduction, by: actor, random: random, now: now, tx)
        guard let key = pool.invited_for, let vacancy = vacancies[key], let text = pool.invitation,
            let owner = try VacancyQueries.find(vacancy, in: centre.id, tx)?.organisation
        else { return }
        let member = Actor(centre: centre.id, account: nil, role: .member(owner))
        let code = try Candidate.find(id, in: centre.id, tx)?.code ?? ""
        _ = try InviteCandidate(mails: mails)(
            code, for: vacancy, text: text, by: member, centre: centre, now: now.adding(.hours(30)), tx)
    }
}
