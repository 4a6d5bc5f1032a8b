import SQL
import Time
import VolunteerCentre

extension LoadDemo {
    /// A volunteer with what she said, what was said to her, and what came of it.
    func make(_ file: DemoFiles.VolunteerFile, vacancies: [String: ID<Vacancy>], in work: UnitOfWork) throws {
        let joined = work.at(work.now.subtracting(.days(60)))
        let account = try AccountQueries.findOrCreate(
            email: file.email, name: file.name, language: work.centre.language, in: joined)
        try setPassword(of: file.email, work.tx)
        let id = try BecomeVolunteer.run(account.id, called: file.name, in: joined)
        let hers = work.acting(as: .volunteer(id), account.id)
        var profile = Volunteer.Profile()
        profile.name = file.name
        profile.phone = file.phone
        profile.place = file.place
        profile.about = file.about
        profile.sharing = .init(phone: true, place: true, about: true)
        _ = try ChangeProfile.run(profile, in: hers.at(work.now.subtracting(.days(59))))
        try keep(file, vacancies: vacancies, in: hers.at(work.now.subtracting(.days(3))))
        try join(file, id, vacancies: vacancies, in: hers.at(work.now.subtracting(.days(2))))
        for (position, response) in file.responses.enumerated() {
            guard let vacancy = vacancies[response.vacancy],
                let found = try VacancyQueries.find(vacancy, in: work.centre.id, work.tx)
            else { continue }
            var input = RespondWithAccount.Input()
            input.message = response.message
            input.submissionKey = "demo:volunteer:\(file.email):\(position)"
            let at = work.now.subtracting(.days(response.days_ago)).subtracting(.minutes(25 + 40 * position))
            guard
                case .sent(let application) = try RespondWithAccount.run(input, to: vacancy, in: hers.at(at))
            else { continue }
            let member = work.acting(as: .member(found.organisation))
            if let answer = response.answer {
                _ = try WriteMessage.run(
                    answer, about: application, submissionKey: input.submissionKey,
                    in: member.at(at.adding(.minutes(9))))
            }
            if let reply = response.reply {
                _ = try WriteMessage.run(
                    reply, about: application, submissionKey: input.submissionKey, in: hers.at(at.adding(.minutes(17))))
            }
            if let cause = response.declined.flatMap(DeclineCause.init(rawValue:)) {
                let declined = at.adding(.days(1))
                _ = try DeclineApplication.run(
                    response.declined_words ?? "", because: cause, application, in: member.at(declined))
                try TellClosing.now(
                    "a.id = \(application)", isErased: false, in: work.at(declined.adding(.minutes(11))))
            }
            if let days = response.match_days_ago {
                let matched = work.now.subtracting(.days(days)).subtracting(.minutes(10))
                _ = try CreateMatch.run(
                    application, from: work.centre.today(matched), until: nil, in: member.at(matched))
            }
        }
    }

    private func keep(_ file: DemoFiles.VolunteerFile, vacancies: [String: ID<Vacancy>], in work: UnitOfWork) throws {
        var answers = Answers()
        for (name, given) in file.answers ?? [:] {
            if let question = Answers.Question(rawValue: name) { answers[question] = given }
        }
        _ = try KeepAnswers.run(answers, in: work)
        for vacancy in (file.favourites ?? []).compactMap({ vacancies[$0] }) {
            _ = try KeepVacancy.keep(vacancy, in: work)
        }
        guard let words = file.search else { return }
        var question = VacancyQuestion()
        question.words = words
        _ = try ChangeSavedSearches.keep(question, .weekly, in: work)
    }

    private func join(
        _ file: DemoFiles.VolunteerFile, _ id: ID<Volunteer>, vacancies: [String: ID<Vacancy>], in work: UnitOfWork
    ) throws {
        guard let pool = file.pool else { return }
        _ = try JoinPool.run(alias: pool.alias, introduction: pool.introduction, in: work)
        guard let key = pool.invited_for, let vacancy = vacancies[key], let text = pool.invitation,
            let owner = try VacancyQueries.find(vacancy, in: work.centre.id, work.tx)?.organisation
        else { return }
        let member = work.acting(as: .member(owner))
        let code = try Candidate.find(id, in: work.centre.id, work.tx)?.code ?? ""
        _ = try InviteCandidate.run(
            code, for: vacancy, text: text, in: member.at(work.now.adding(.hours(30))))
    }
}
