import GivenCentre
import Testing
import VolunteerCentre

/// What linters of prose and checkers of job advertisements are blamed for in public: words in another sense, what is denied, names,
/// dates that look like telephones, advice in bad Dutch. Most were written by a reader who looked for weak spots.
@Suite struct CoachMisreadTests {
    private func advice(_ text: String) throws -> CoachAdvice {
        var content = Vacancy.Content()
        (content.title, content.description, content.offer) = ("Soep koken", text, "Koffie.")
        return try Resources.coach().advice(about: content)
    }

    private func hint(_ rule: CoachRule, _ text: String) throws -> CoachAdvice.Hint? {
        try advice(text).hints.first { $0.rule == rule }
    }

    @Test(arguments: [
        "Na de cursus krijg je van ons een certificaat.", "Je helpt bezoekers met hun cv en een sollicitatiebrief.",
        "Je helpt kinderen die hun zwemdiploma halen.", "Wij hebben al 20 jaar ervaring met nieuwe vrijwilligers.",
        "Er is vooral geduld vereist.", "Je zet de cv aan en maakt de zaal warm.", "Een diploma? Niet nodig!",
        "Heb je nooit een diploma gehaald? Geen probleem!",
        "Je kunt ook zonder ervaring of een mbo- of hbo-diploma beginnen.",
        "Een cv of een brief is bij ons niet belangrijk.",
        "We kijken niet naar je opleiding of je diploma's, wel naar je hart.",
        "Een diploma, cv of brief heb je niet nodig.", "Je hebt geen ervaring, diploma's of cv nodig.",
        "We leren je alles, dus een diploma hoeft niet.",
    ])
    func noDiplomaIsAsked(_ text: String) throws { #expect(try hint(.diploma, text) == nil) }

    @Test(arguments: [
        "Zonder diploma kun je niet meedoen.", "Je hebt niet alleen een hbo-diploma maar ook ervaring nodig.",
        "Een hbo-diploma is vereist, een rijbewijs niet.", "Geen diploma nodig, wel een EHBO-diploma.",
        "Je hebt een diploma en je bent niet bang voor honden.", "Geen probleem, een diploma is vereist.",
    ])
    func aDiplomaIsAsked(_ text: String) throws { #expect(try hint(.diploma, text) != nil) }

    @Test(arguments: [
        "Onze hulplijn is 24 uur per dag en 7 dagen per week open.", "Het buurthuis is 40 uur per week open.",
        "Je helpt ongeveer 20 uur per maand, dus 5 uur per week.",
        "Je helpt mensen met een afstand tot de arbeidsmarkt.",
        "Je helpt mensen hun salarisstrook te lezen en te bezuinigen.", "De markt is in Loon op Zand.",
        "Je bent geen vervanging van onze betaalde krachten.",
        "De betaalde medewerkers doen de zorg, jij maakt een praatje.",
    ])
    func isNoPaidWork(_ text: String) throws { #expect(try hint(.paid, text) == nil) }

    @Test(arguments: [
        "Je vervangt een betaalde medewerker die ziek is.", "Wij hebben te weinig betaalde krachten in de zorg.",
        "Je staat 24 uur per week in de winkel.", "Door bezuinigingen zoeken we iemand voor de receptie.",
    ])
    func isPaidWork(_ text: String) throws { #expect(try hint(.paid, text) != nil) }

    @Test(arguments: [
        (CoachRule.contact, "Zaterdag 5 september 2026 van 10.00 tot 16.30 uur is de markt. Je verkoopt koffie."),
        (.contact, "Op 01-09-2026 van 10.00 tot 12.00 uur koken we samen in Borne."),
        (.contact, "Je gift mag op NL12 RABO 0123 4567 89."),
        (.contact, "Heb je interesse in de geschiedenis van Borne?"),
        (.hours, "Je speelt met kinderen van 4 tot 12 jaar."), (.hours, "We lopen een rondje om de kerk."),
        (.hours, "Er komen 300 bezoekers per week."), (.guidance, "Je begeleidt bewoners naar de kerk."),
        (.guidance, "Je loopt 500 meter."), (.guidance, "Je geeft training aan de voetbalkinderen."),
        (.guidance, "Je geeft bezoekers uitleg."), (.guidance, "Wij maken je blij."),
        (.insurance, "Je leest brieven van de verzekering voor."), (.expenses, "Je staat bij de entree."),
        (.expenses, "Je mag wijzigingen doorgeven."), (.expenses, "Je fietst 20 kilometer."),
    ])
    func isNotSaidYet(_ rule: CoachRule, _ text: String) throws { #expect(try hint(rule, text) != nil) }

    @Test(arguments: [
        (CoachRule.contact, "Vragen? Bel Henk op 06 12 34 56 78."),
        (.contact, "Henk bereik je op +32 11 23 45 67."),
        (.contact, "Het nummer van Henk krijg je van ons, bel gerust."),
        (.hours, "Je komt om de week."), (.hours, "Twee keer per week."), (.hours, "Van 9 tot 12."),
        (.hours, "Every Tuesday afternoon you cook for the neighbours."),
        (.guidance, "An experienced cook shows you around during your first shifts."),
        (.guidance, "Je begeleidt bewoners en wordt zelf goed ingewerkt."), (.expenses, "We pay your bus ticket."),
        (.words, "Every day you make content for our community of gardeners."),
        (.words, "Stichting Participatie Borne helpt."), (.words, "Community De Hoek zoekt je."),
        (.words, "Je loopt met hond Pitch."), (.words, "Mail naar participatie@borne.nl."),
        (.words, "Kijk op www.participatie.nl/coördinatie."), (.words, "We zijn heel content met je."),
        (.words, "Een indicatie: twee uur."), (.words, "Wij noemen dat “participatie”."),
    ])
    func isInOrder(_ rule: CoachRule, _ text: String) throws { #expect(try hint(rule, text) == nil) }

    @Test func oneSpotIsOneHint() throws {
        let text = "Wij vragen een hands-on mentaliteit ten behoeve van de bewoners. Ervaring is een pré."
        let found = try #require(try hint(.words, text)).places.map(\.found)
        #expect(found.count == 3 && found.contains("ten behoeve van") && !found.contains("ten behoeve"), "\(found)")
        #expect(try hint(.words, "Je belt de betreffende collega.")?.places.first?.mended == "die")
    }

    @Test(arguments: [
        "We vinden het fijn dat je goed kunt luisteren naar de verhalen van onze bewoners en dat je het leuk vindt om elke week met ze te wandelen.",
        "We laten je in de eerste weken alles rustig zien zodat je weet wat je moet doen en je je snel thuis voelt in ons huis.",
        "We zoeken iemand die niet alleen lekker kan koken voor een grote groep mensen maar ook goed kan luisteren naar wat ze te vertellen hebben.",
        "Je haalt elke donderdag om tien uur de bewoners van het grote huis op met onze bus en ze weer naar huis brengt na het eten.",
        "Je verzorgt de dieren op de boerderij (de geiten, de konijnen, de ezels en je helpt de kippen) en je maakt samen met de kinderen de hokken schoon.",
    ])
    func whatIsNotSureToBeGoodDutchIsLeftToTheWriter(_ text: String) throws {
        let place = try #require(try hint(.sentences, text)?.places.first)
        if let mended = place.mended { #expect(!mended.contains("(") || mended.contains(")."), "\(mended)") }
        if !text.contains("(") { #expect(place.mended == nil, "\(place.mended ?? "")") }
    }

    @Test(arguments: [
        ("Je wandelt elke dinsdag met onze bewoner Jan. Daarna drinken jullie koffie.", 2),
        ("Je wandelt met hond Max. Daarna drink je thee.", 2), ("Dat vinden we ook precies zo. Kom langs.", 2),
        ("We zoeken iemand als u. Daarna praten we.", 2), ("Je helpt groep B. Daarna ruim je op.", 2),
        ("Je begint om 9.30 u. 's Middags ben je klaar.", 2), ("Bel J. Jansen of mevr. De Boer.", 1),
        ("Op za. en zo. 14.00 uur.", 1), ("Wanneer: dinsdag | Waar: Borne | Taken: koken", 3),
        ("Taken: - koffie zetten - tafels dekken - praten", 4), ("Hij zei «dank je wel.» Daarna ging hij.", 2),
    ])
    func sentencesEndWhereTheyDo(_ text: String, _ count: Int) {
        #expect(VacancyCoach.sentences(of: text).count == count, "\(VacancyCoach.sentences(of: text))")
    }
}
