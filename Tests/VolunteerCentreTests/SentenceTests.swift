import GivenCentre
import TestSupport
import Testing
import Time
import VolunteerCentre

/// What the search box understands of place, time, age and company, at the centres of the demo.
@Suite struct SentenceTests {
    private func understood(_ words: String, _ demo: JudgedDemo, _ slug: String = "borne") throws -> Understood {
        demo.find(words, in: try #require(demo.centres.first { $0.slug == slug })).understood
    }

    private func said(_ understood: Understood) -> [String] {
        understood.parts.map { part in
            switch part.wish {
            case .place(let place): place.name
            case .week(let days, let dayparts): (days + dayparts).joined(separator: "+")
            case .age(let age): "\(age)"
            case .group(let count): "x\(count)"
            case .fromHome: "home"
            case .once: "once"
            case .littleDutch: "dutch"
            case .noDutch: "no dutch"
            case .month(let last): String(last.iso.prefix(7))
            case .answer(_, let slugs): slugs.joined(separator: "+")
            }
        }
    }

    /// A town in a sentence is where somebody would like it best: what there is farther away is said to be so.
    @Test func nothingNearLooksFartherAway() async throws {
        let demo = try await JudgedDemo(.sqlite)
        let borne = try #require(demo.centres.first { $0.slug == "borne" })
        let near = demo.find("taalmaatje in Hengelo", in: borne)
        #expect(near.cards.total > 0 && near.widenedTo == nil)
        for (words, distance) in [("trainer in Denekamp", 20), ("stiltekapel in Denekamp", 50)] {
            let far = demo.find(words, in: borne)
            #expect(far.cards.total > 0 && far.widenedTo == distance)
            #expect(far.cards.elements.allSatisfy { $0.kilometres.map { $0 > 10 } ?? true })
        }
        #expect(demo.find("onderwaterlassen in Hengelo", in: borne).widenedTo == nil, "it is nowhere")
    }

    @Test func sentencesAsPeopleTypeThem() async throws {
        let demo = try await JudgedDemo(.sqlite)
        for (words, parts, rest) in [
            ("tuinieren in Borne", ["Borne"], "tuinieren"), ("iets buiten op woensdag", ["woensdag"], "iets buiten op"),
            ("na mijn werk vanuit huis", ["avond", "home"], ""), ("ik ben 16", ["16"], ""),
            ("mijn Nederlands is nog niet goed", ["dutch"], "mijn"),
            ("één keer met 12 collega's", ["once", "x12"], ""), ("met z'n vijven koken", ["x5"], "koken"),
            ("koken op zaterdag- of zondagochtend", ["zaterdag+zondag+ochtend"], "koken op of"),
            ("koken in december", ["2026-12"], "koken"), ("iets leuks volgende maand", ["2026-12"], "iets leuks"),
            ("koken op 10 januari", ["2027-01"], "koken"), ("vanaf 17 maart wandelen", ["2027-03"], "wandelen"),
            ("in januari helpen", ["2027-01"], "helpen"), ("Mei helpt graag", [], "Mei helpt graag"),
            ("een keer per week wandelen", ["structureel"], "wandelen"),
            ("een paar uurtjes in de week iets met ouderen", [], "iets met ouderen"),
            ("ik zit in een rolstoel, wat kan ik doen?", ["drempelvrij"], ""),
            ("not on saturday", ["maandag+dinsdag+woensdag+donderdag+vrijdag+zondag"], ""),
            ("I can't on Monday", ["dinsdag+woensdag+donderdag+vrijdag+zaterdag+zondag"], "I"),
            ("koken, maandag kan ik niet", ["dinsdag+woensdag+donderdag+vrijdag+zaterdag+zondag"], "koken,"),
            ("wandelen maar niet 's avonds", ["ochtend+middag"], "wandelen maar"),
            ("niet in het weekend", ["maandag+dinsdag+woensdag+donderdag+vrijdag"], ""),
            ("koffie schenken op woensdagochtend, niet ver weg", ["woensdag+ochtend"], "koffie schenken op"),
            ("dinsdagochtend, niet te zwaar, want ik heb een nieuwe heup", ["dinsdag+ochtend", "drempelvrij"], "want"),
            ("spelletjes in de ochtend niet te ver van Borne", ["ochtend", "Borne"], "spelletjes"),
            ("in de ochtend niet te lang staan", ["ochtend", "drempelvrij"], ""),
            (
                "doordeweeks op een ochtend, niet in het weekend",
                ["maandag+dinsdag+woensdag+donderdag+vrijdag+ochtend"], "op een"
            ),
            ("wandelen op woensdagochtend niet in het weekend", ["woensdag+ochtend"], "wandelen op"),
            ("iets op een ochtend, niet 's avonds", ["ochtend"], "iets op een"),
            ("ik kan op maandag en woensdag maar niet op dinsdag", ["maandag+woensdag"], "ik kan op en maar"),
            ("één dag met een vriend", ["once", "x2"], ""), ("samen met mijn vriendin wandelen", ["x2"], "wandelen"),
            ("something with children, with a friend", ["x2"], "children,"),
            ("op zaterdag niet werken", ["maandag+dinsdag+woensdag+donderdag+vrijdag+zondag"], "op werken"),
            (
                "op zondag wil ik niet werken", ["maandag+dinsdag+woensdag+donderdag+vrijdag+zaterdag"],
                "op werken"
            ),
            ("'s avonds niet werken", ["ochtend+middag"], "werken"),
            ("dieren, maar niet in Hengelo", [], "dieren, maar niet in Hengelo"),
            ("zaterdag niet, zondag wel", ["zondag"], "wel"),
            ("maandag niet maar dinsdag wel", ["dinsdag"], "maar wel"),
            ("Tuesday morning, not far", ["dinsdag+ochtend"], ""),
            ("am Samstag möchte ich nicht", ["maandag+dinsdag+woensdag+donderdag+vrijdag+zondag"], "am"),
            ("pas le lundi", ["dinsdag+woensdag+donderdag+vrijdag+zaterdag+zondag"], ""),
            ("I don't speak much Dutch", ["dutch"], "I"), ("my Dutch is basic", ["dutch"], "my"),
            ("I don't speak Dutch", ["no dutch"], "I"), ("no Dutch needed", ["no dutch"], ""),
            ("Je parle un peu néerlandais", ["dutch"], "Je"), ("sans parler néerlandais", ["no dutch"], ""),
            ("I want to practise my Dutch", ["nederlands-leren"], "I want to"), ("Dieren", [], "Dieren"),
            ("een rolstoel duwen", [], "een rolstoel duwen"), ("niet te druk, in een team", ["rustig", "samen"], ""),
            ("samen met mijn dochter van 9 iets doen", ["gezinnen", "9"], ""),
            ("met de kinderen knutselen", [], "met de kinderen knutselen"),
            ("één keer met collega's", ["once", "groepen"], ""), ("de 16-jarige", ["16"], "de"),
            ("dogs on Saturday mornings", ["zaterdag+ochtend"], "dogs on"),
            ("abends mit Kindern", ["avond"], "mit Kindern"),
            ("samedi matin", ["zaterdag+ochtend"], ""), ("le week-end", ["zaterdag+zondag"], ""),
            ("helpen in de tuin", [], "helpen in de tuin"), ("in het bos", [], "in het bos"),
            ("hengelo koffie", ["Hengelo"], "koffie"), ("koffie Maastricht", [], "koffie Maastricht"),
            ("maatje voor iemand van 80 jaar", [], "maatje voor iemand van 80 jaar"), ("", [], ""), ("   ", [], "   "),
            ("7621 KD wandelen", ["Borne"], "wandelen"), ("wandelen 7621kd", ["Borne"], "wandelen"),
            ("in", [], "in"), ("ik ben 5000", [], "ik ben 5000"),
        ] {
            let found = try understood(words, demo)
            #expect(said(found) == parts && found.rest == rest, "\(words): \(said(found)) | \(found.rest)")
        }
        let flemish = try understood("iets in Sint-Truiden in de namiddag", demo, "hasselt")
        #expect(said(flemish).sorted() == ["Sint-Truiden", "middag"])
    }

    /// Each thing can be taken away by itself, and all of it by looking for what was typed.
    @Test func whatIsTakenAwayStaysAway() async throws {
        let demo = try await JudgedDemo(.sqlite)
        let found = try understood("koken in Borne op zaterdag", demo)
        #expect(found.parts.map(\.without) == ["koken in Borne op", "koken op zaterdag"])
    }

    /// What does not say when is not left out, and what says so comes first; what says another day is.
    @Test func aDayIsAWish() async throws {
        let demo = try await JudgedDemo(.sqlite)
        let borne = try #require(demo.centres.first { $0.slug == "borne" })
        let all = demo.find("", in: borne).cards.total
        let friday = demo.find("vrijdag", in: borne)
        #expect(friday.cards.total > 3 && friday.cards.total < all)
        #expect(demo.search("vrijdagavond", in: borne).prefix(3).contains("weekend-zwemmaatje"))
        // Nothing of the kind then: what there is then.
        #expect(demo.find("xyzzyx op vrijdag", in: borne).isRelaxed)
        #expect(demo.find("xyzzyx op vrijdag", in: borne).cards.total == friday.cards.total)
        // Nothing with all of the words then: what has them at another time, and the page says so.
        let monday = demo.find("zwemmaatje op maandag", in: borne)
        #expect(monday.isAtOtherTimes && !demo.find("zwemmaatje op vrijdag", in: borne).isAtOtherTimes)
        #expect(demo.search("zwemmaatje op maandag", in: borne).first == "weekend-zwemmaatje")
        // What somebody does not want comes last, and the page says so.
        for (words, denied, last) in [
            ("niet koken", "koken", "warme-pan-kok"),
            ("iets met ouderen maar niet fietsen", "fietsen", "vlierhof-duofiets"),
            ("liever niet met kinderen", "kinderen", "kattenstaart-huiswerktafel"),
            ("alles behalve kinderen", "kinderen", "kattenstaart-huiswerktafel"),
            ("not with children", "children", "kattenstaart-huiswerktafel"),
            ("I don't want to work with children", "children", "kattenstaart-huiswerktafel"),
            ("no cooking please", "cooking", "warme-pan-kok"),
        ] {
            let found = demo.find(words, in: borne)
            #expect(found.denied == [denied], "\(words): \(found.denied)")
            #expect(!demo.search(words, in: borne).prefix(5).contains(last), "\(words)")
        }
        #expect(demo.search("dieren maar niet in Hengelo", in: borne).last?.hasPrefix("haverveldje") == true)
        #expect(demo.search("ik heb geen rijbewijs", in: borne).first != "weekend-busje")
        // A long one of anything is answered.
        for words in [
            String(repeating: "in Borne ", count: 40), String(repeating: "1 ", count: 200), "# # #", "in in in in",
            "a'b'c'd'e",
        ] {
            _ = demo.find(words, in: borne)
        }
    }
}
