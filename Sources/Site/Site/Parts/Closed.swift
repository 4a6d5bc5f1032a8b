import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

extension Visit {
    /// What else there is for who got a no here, of others.
    func others(than application: Application, in work: UnitOfWork) throws -> [VacancyCard] {
        guard application.wasToldNo,
            let vacancy = try VacancyQueries.find(application.vacancy, in: work.centre.id, work.tx)
        else { return [] }
        return try services.finder.elsewhere(than: application, vacancy, in: work, count: 3)
    }

    /// Why a response was closed or a vacancy went offline, where that was chosen from a list.
    func cause(_ step: StateChange) -> String? {
        guard let cause = step.cause else { return nil }
        let sentence: StaticString? =
            switch step.to {
            case Application.State.declined.rawValue: DeclineCause(rawValue: cause)?.sentence
            case Vacancy.State.offline.rawValue, Vacancy.State.archived.rawValue:
                ConfirmVacancies.Answer(rawValue: cause)?.label
            default: WithdrawCause(rawValue: cause)?.sentence
            }
        return sentence.map { t.dynamic("\($0)") }
    }

    /// Why the answer was no, right below it: in the sentence that was chosen, and what was written beside it.
    func whyNot(_ application: Application, _ timeline: Timeline) -> HTML {
        guard application.wasToldNo,
            let step = timeline.steps.last(where: { $0.to == Application.State.declined.rawValue })
        else { return .empty }
        let words = [cause(step), step.reason].compactMap(\.self)
        return words.isEmpty
            ? .empty : "<blockquote class=\"said\"><p\(theirs)>\(words.joined(separator: " "))</p></blockquote>"
    }

    /// That what was just closed can still be taken back, as long as nobody was told.
    /// - Parameter fields: what the form carries besides its button.
    func undo(_ closing: Closing, at path: String, fields: HTML = .empty) -> HTML {
        undo(
            t(
                "Was it a mistake? Until {time} you can take it back, and nobody is told.",
                ["time": t.time(closing.until, centre.zone)]), at: path, fields: fields)
    }

    /// That she withdrew is seen at once, so that nobody goes on in vain; the mail and the reason wait.
    func undoWithdrawal(_ closing: Closing, of application: Application, at path: String, fields: HTML = .empty)
        -> HTML
    {
        undo(
            t(
                "Was it a mistake? Until {time} you can take it back. {organisation} gets no mail then, and does not read why.",
                ["time": t.time(closing.until, centre.zone), "organisation": application.organisationName]), at: path,
            fields: fields)
    }

    func undo(_ words: String, at path: String, fields: HTML = .empty) -> HTML {
        """
        <form class="notice info" method="post" action="\(action(path))" data-once>\(icon("arrow-counterclockwise"))<div>\
        <p>\(words)</p>\
        \(fields)<p><button class="btn small plain">\(t("Take it back"))</button></p></div></form>
        """
    }
}

/// What came of taking something of one's own response back.
enum TakenBack { case undone, tooLate, already, message, messageStays }

extension Visit {
    /// The same in *Mijn vrijwilligerswerk* and by the link of a mail.
    func words(_ what: TakenBack, _ organisation: String) -> NoticeWords {
        switch what {
        case .undone: .success(t("Taken back. {organisation} was told nothing.", ["organisation": organisation]))
        case .tooLate:
            .info(
                t(
                    "That is too late: {organisation} was told. You can respond once more.",
                    ["organisation": organisation]))
        case .already: .info(t("It was taken back already."))
        case .message:
            .success(t("Your message was taken back. {name} sees that there was one.", ["name": organisation]))
        case .messageStays: .info(t("That is too late: a message can be taken back for ten minutes."))
        }
    }
}

/// Why an organisation does not go on with somebody: a reason of the list, and room for an own sentence.
struct CauseFields {
    static let (cause, words) = ("waarom", "reden")

    let form: FormFields
    /// Who reads it.
    let help: String
    /// Beside people who go on: only who gets a no needs a reason.
    var isRequired = true

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let entries = DeclineCause.allCases.map { cause in
            (
                value: cause.rawValue,
                label: cause.sentence.map { t.dynamic("\($0)") } ?? t("Another reason, which I write below")
            )
        }
        return """
            \(form.options(Self.cause, t("What is the reason?"), entries, several: false, required: isRequired, help: help, rows: true))
            \(form.area(Self.words, t("A sentence of your own"), help: t("Something kind that only you can say. It may stay empty."), rows: 3, max: 2000))
            """
    }

    /// - Returns: nil with an error in the reader when nothing was chosen, or the words for it are missing.
    static func read(_ reader: inout FormReader, _ visit: Visit) -> (cause: DeclineCause, words: String)? {
        let chosen = reader.choice(
            cause, among: DeclineCause.allCases.map(\.rawValue),
            missing: visit.t("Choose a reason. The person reads it."))
        let typed = reader.text(
            words, max: 2000,
            missing: chosen == DeclineCause.other.rawValue
                ? visit.t("Write in a sentence of your own why. The person reads it.") : nil)
        return reader.errors.isEmpty ? DeclineCause(rawValue: chosen).map { ($0, typed) } : nil
    }
}

/// What somebody may say who takes her response back. Nothing of it is asked of her.
struct FarewellFields {
    let organisation: String
    let form: FormFields

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let entries = WithdrawCause.allCases.map { (value: $0.rawValue, label: t.dynamic("\($0.sentence)")) }
        return """
            \(form.options("waarom", t("Why? You need not say it."), entries, several: false, help: t("{organisation} learns from it.", ["organisation": organisation]), rows: true))
            \(form.area("woorden", t("Would you like to say something about it?"), rows: 2, max: 500))
            \(form.tick("verder", "\(t("{centre} may help me to find something else", ["centre": visit.centre.name]))"))
            """
    }

    /// Nothing of it is refused: whoever wants to leave leaves.
    static func read(_ data: FormData, _ visit: Visit) -> WithdrawApplication.Farewell {
        var reader = FormReader(data, visit.t)
        return WithdrawApplication.Farewell(
            cause: WithdrawCause(rawValue: data.first("waarom") ?? ""),
            words: String(reader.text("woorden", max: 500).prefix(500)),
            wantsHelp: data.first("verder") == "1")
    }
}

/// After a no: what else there is, and that the centre looks along, unless she would rather not.
struct WaysOn {
    let cards: [VacancyCard]
    /// Where the button leads with which she looks on by herself; nil when nobody looks along.
    let refusal: (path: String, fields: HTML)?

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="panel"><h2>\(t("What you can do now"))</h2>
            \(if: !cards.isEmpty, "<p>\(t("Perhaps this is something for you:"))</p><ul class=\"bullets\">\(each: cards, { card($0, visit) })</ul>")
            <p><a class="btn plain" href="\(visit.link("/vacatures"))">\(t("View other vacancies"))</a></p>
            \(optional: refusal, { refuse($0.path, $0.fields, visit) })</section>
            """
    }

    private func card(_ card: VacancyCard, _ visit: Visit) -> HTML {
        """
        <li><a href="\(visit.link(Link.vacancy(card.id, card.title)))"\(visit.theirs)>\(card.title)</a><br><span class="muted"\(visit.theirs)>\(card.organisation)</span></li>
        """
    }

    private func refuse(_ path: String, _ fields: HTML, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <p>\(t("{centre} knows that this did not work out. Somebody may call or write to you, to look together.", ["centre": visit.centre.name]))</p>
            <form method="post" action="\(visit.action(path))" data-once>\(fields)<button class="btn small plain">\(t("No thank you, I will look myself"))</button></form>
            """
    }
}
