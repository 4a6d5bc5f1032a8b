import GivenCentre
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// The vacancy coach: rules that can be explained, and hints that are right.
@Suite struct CoachTests {
    private func content(_ description: String, offer: String = "", title: String = "Kok") -> Vacancy.Content {
        var content = Vacancy.Content()
        (content.title, content.description, content.offer) = (title, description, offer)
        return content
    }

    private func places(_ rule: CoachRule, _ content: Vacancy.Content) throws -> [CoachAdvice.Place]? {
        try Resources.coach().advice(about: content).hints.first { $0.rule == rule }?.places
    }

    @Test func listsAndAbbreviationsAreNoLongSentence() throws {
        let list = (1...8).map { "- koffie schenken en een praatje maken met de bewoners \($0)" }.joined(
            separator: "\n")
        #expect(try places(.sentences, content(list)) == nil)
        let short = "Je helpt bijv. op ma. en do., o.a. bij de koffie, ca. 3 uur."
        #expect(VacancyCoach.sentences(of: short) == [short])
        #expect(VacancyCoach.sentences(of: "Zoals koffie, thee, enz. Daarna ruim je op.").count == 2)
        #expect(VacancyCoach.sentences(of: "Bel dhr. J. de Vries om 10.30 uur. Tot dan!").count == 2)
    }

    @Test func oneLongSentenceIsOneHintWithAWayToMendIt() throws {
        let long =
            "Je komt elke dinsdag om tien uur bij ons in de keuken van het buurthuis aan de Grotestraat en je snijdt samen met de andere vrijwilligers de groenten voor de maaltijd."
        let found = try #require(try places(.sentences, content("Welkom. \(long) Tot dinsdag.")))
        #expect(found.count == 1 && found[0].found == long)
        #expect(found[0].mended?.contains("aan de Grotestraat. Je snijdt samen") == true)
        // "Koffie en thee" is no place for a full stop.
        let listed =
            "Bij ons in het grote buurthuis aan de rand van de stad schenk je koffie en thee voor alle bezoekers van de wekelijkse ochtend met muziek en spel voor ouderen."
        #expect(try places(.sentences, content(listed))?.first?.mended == nil)
    }

    @Test func wordsAreShownOnceWithAnEasierOne() throws {
        let found = try #require(
            try places(
                .words, content("Je participeert in het team. Participeert u mee? Goede communicatieve vaardigheden.")))
        #expect(found.map(\.found) == ["participeert", "communicatieve vaardigheden"])
        #expect(found.first?.mended == "doet mee")
    }

    @Test(arguments: [
        ("Je hebt een diploma.", true), ("Een diploma is niet nodig.", false), ("Geen hbo-diploma vereist.", false),
        ("Minimaal mbo-4.", true), ("Een opleiding of cv vragen we niet.", false), ("Rijbewijs B en een VOG.", false),
    ])
    func diplomasAreAsked(_ text: String, _ isHint: Bool) throws {
        #expect(try (places(.diploma, content("", offer: text)) != nil) == isHint)
    }

    @Test(arguments: [
        ("Je werkt 24 uur per week.", true), ("Ongeveer 4 uur per week.", false),
        ("Je vervangt onze betaalde kracht, daar is helaas geen geld meer voor.", true),
        ("Je krijgt geen salaris.", false),
    ])
    func paidWorkIsNotReplaced(_ text: String, _ isHint: Bool) throws {
        #expect(try (places(.paid, content(text)) != nil) == isHint)
    }

    /// What a coordinator wrote, and the coach did not understand at first.
    @Test(arguments: [
        (CoachRule.hours, "Van half 3 tot half 7.", false), (.hours, "Dinsdag 9:30-12:00", false),
        (.guidance, "De eerste drie keer loop je met Miep mee.", false), (.guidance, "Wij leren het je.", false),
        (.expenses, "Benzine wordt betaald.", false), (.contact, "Onze coördinator helpt je.", false),
        (.task, "Je snijdt groente en roert in de pannen.", false),
        (.insurance, "Iedereen moet een zorgverzekering hebben.", true),
        (.paid, "Je vervangt Henk, die stopt na tien jaar.", false),
        (.diploma, "Ervaring met boekhouden is nodig.", true),
    ])
    func asACoordinatorWrites(_ rule: CoachRule, _ text: String, _ isHint: Bool) throws {
        #expect(try (places(rule, content(text)) != nil) == isHint)
    }

    @Test func whatIsKnownElsewhereIsNotAsked() throws {
        let coach = try Resources.coach()
        var content = content("Je snijdt groenten en je kookt soep voor twintig mensen uit de buurt, elke week weer.")
        let before = coach.advice(about: content)
        #expect(before.hints.map(\.rule).contains(.contact) && before.total == CoachRule.allCases.count)
        #expect(!coach.advice(about: content, .init(hasContactPerson: true)).hints.map(\.rule).contains(.contact))
        content.supports = ["begeleiding", "onkosten", "vast-aanspreekpunt"]
        content.postcode = "7622 AB"
        content.hours = "2 uur"
        #expect(Set(coach.advice(about: content).hints.map(\.rule)) == [.insurance])
        let off = coach.advice(about: content, .init(off: [.insurance]))
        #expect(off.hints.isEmpty && off.total == CoachRule.allCases.count - 1)
        #expect(coach.advice(about: Vacancy.Content()).isBlank)
    }

    /// Whatever is typed, it answers, and the same twice.
    @Test func nothingTypedBreaksIt() throws {
        let coach = try Resources.coach()
        var random = SeededRandom(7)
        let pieces = [
            "a", "…", ".", "!", "\n", " ", "👩‍👧", "ß", "İ", "'", "\u{301}", "10", "7,50", "dhr.", "participeren", "€",
            "\u{202E}", "<b>",
        ]
        for _ in 1...300 {
            let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in pieces.randomElement(using: &random)! }
                .joined()
            #expect(coach.advice(about: content(text, offer: text)) == coach.advice(about: content(text, offer: text)))
        }
        let huge = String(repeating: "Je participeert in o.a. de keuken, enz. ", count: 150)
        #expect(coach.advice(about: content(huge, offer: huge)).total == CoachRule.allCases.count)
    }

    @Test(arguments: TestEngine.available)
    func aCentreSwitchesRulesOff(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        func save(off: Set<CoachRule>, seen: Set<CoachRule>, by actor: Actor) async throws -> Bool {
            try await given.write(by: actor) { work in try ChangeCoach.run(off: off, seen: seen, in: work) }
        }
        func off() async throws -> Set<CoachRule> {
            CoachRule.off(
                try await given.texts("coach_off", of: "centre", where: "id = \(given.centre.id)").first ?? "")
        }
        #expect(try await !save(off: [.words], seen: [], by: given.mediator))
        #expect(try await save(off: [.words], seen: [], by: given.administrator))
        // A colleague's form did not know of that, and leaves it as it is.
        #expect(try await save(off: [.paid], seen: [], by: given.administrator))
        #expect(try await off() == [.words, .paid])
        #expect(try await save(off: [.paid], seen: [.words, .paid], by: given.administrator))
        #expect(try await off() == [.paid])
    }
}
