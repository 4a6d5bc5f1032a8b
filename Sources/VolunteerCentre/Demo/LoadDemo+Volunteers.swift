import SQL
import Time

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
}
