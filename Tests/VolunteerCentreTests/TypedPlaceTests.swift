import GivenCentre
import Testing
import VolunteerCentre

/// Places as people write them, in the Netherlands and in Flanders.
@Suite struct TypedPlaceTests {
    private static let places = try? Places(file: Resources.folder + "/Data/places-nl-be.csv")

    private func find(_ typed: String, _ country: String) throws -> Places.Place? {
        try #require(Self.places).find(typed, country: country)
    }

    @Test(arguments: [
        ("Sint Truiden", "Sint-Truiden"), ("St-Truiden", "Sint-Truiden"), ("st. truiden", "Sint-Truiden"),
        ("SINT TRUIDEN", "Sint-Truiden"), ("Heusden Zolder", "Heusden-Zolder"), ("3500 Hasselt", "Hasselt"),
        ("B-3500", "Hasselt"), ("B-3500 Hasselt", "Hasselt"), ("BE 3500", "Hasselt"), ("Hasselt, België", "Hasselt"),
        ("hasselt belgie", "Hasselt"), ("7622 AB Borne", "Borne"), ("7622AB", "Borne"), ("7622 ab, Borne", "Borne"),
        ("’s-Hertogenbosch", "'s-Hertogenbosch"), ("'s Hertogenbosch", "'s-Hertogenbosch"),
        ("s-hertogenbosch", "'s-Hertogenbosch"), ("Den Bosch", "'s-Hertogenbosch"), ("’t Harde", "'t Harde"),
        ("t harde", "'t Harde"), ("‘t Harde", "'t Harde"), ("Den Haag", "'s-Gravenhage"), ("den haag", "'s-Gravenhage"),
        ("Maastricht", "Maastricht"), ("Maastricht, Nederland", "Maastricht"), ("NL 7622AB", "Borne"),
        ("NL-7622 AB", "Borne"), ("Alphen a/d Rijn", "Alphen aan den Rijn"),
        ("capelle a.d. ijssel", "Capelle aan den IJssel"),
        ("Krimpen aan den Lek", "Krimpen aan de Lek"), ("Koog a/d Zaan", "Koog aan de Zaan"), ("Luik", "Luik"),
        ("B-3700", "Tongeren-Borgloon"), ("4000 Luik", "Luik"), ("3700 Lauw", "Lauw"),
    ])
    func asPeopleWriteThem(_ typed: String, _ meant: String) throws {
        for country in ["NL", "BE"] { #expect(try find(typed, country)?.name ?? "" == meant, "\(country)") }
    }

    @Test func townsOfOneNameAreToldApart() throws {
        #expect(try find("Hengelo (O)", "NL")?.province == "Overijssel")
        #expect(try find("Hengelo (Ov.)", "NL")?.province == "Overijssel")
        #expect(try find("Hengelo (Gld)", "NL")?.province == "Gelderland")
        #expect(try find("Hengelo, Gelderland", "NL")?.province == "Gelderland")
        #expect(try find("Rijswijk (NB)", "NL")?.province == "Noord-Brabant")
        #expect(try find("Rijswijk (ZH)", "NL")?.province == "Zuid-Holland")
        #expect(try find("Bergen (NH)", "NL")?.province == "Noord-Holland")
        #expect(try find("Beek", "BE")?.country == "BE" && find("Beek", "NL")?.country == "NL")
    }

    @Test func lettersMeanADutchPostcodeAndDigitsTheOwnCountry() throws {
        #expect(try find("6211 AB", "BE")?.name == "Maastricht")
        #expect(try find("6211", "BE")?.country == "BE" && find("6211", "NL")?.name == "Maastricht")
        #expect(try find("B-6211", "NL")?.country == "BE" && find("NL 6211", "BE")?.name == "Maastricht")
        // A postcode that neither country has is not another place, whatever stands beside it.
        #expect(try find("0000", "NL") == nil && find("12345", "NL") == nil && find("76222", "NL") == nil)
    }

    @Test func sameNamesAskWhich() throws {
        let places = try #require(Self.places)
        func others(_ typed: String, _ country: String, _ own: String) -> [String] {
            places.namesakes(typed, country: country, near: [own])
        }
        #expect(others("Rijswijk", "NL", "Borne").contains("Rijswijk (Altena)"))
        // Each can be told from the others.
        let beek = others("Beek", "NL", "Borne")
        #expect(Set(beek).count == beek.count && beek.count > 1, "\(beek)")
        #expect(others("Rijswijk (Noord-Brabant)", "NL", "Borne") == [])
        for other in others("Rijswijk", "NL", "Borne") { #expect(try find(other, "NL") != nil, "\(other)") }
        // The own one, or one alone nearby, is meant.
        #expect(others("Hengelo", "NL", "Hengelo") == [] && others("Amsterdam", "NL", "Borne") == [])
        #expect(places.find("Beek", country: "NL", near: ["Maastricht"])?.municipality == "Beek")
        #expect(others("Aalst", "BE", "Hasselt") != [])
        #expect(others("7622", "NL", "Borne") == [] && others("", "NL", "Borne") == [])
    }

    @Test func everyOtherNameLeadsToAPlace() throws {
        for alias in [
            "Den Haag", "The Hague", "Den Bosch", "Brussels", "Bruxelles", "Antwerp", "Ghent", "Bruges", "Louvain",
        ] {
            #expect(try find(alias, "NL") != nil, "\(alias)")
        }
    }

    @Test(arguments: [
        ("Hengloo", "Hengelo"), ("Amsterdan", "Amsterdam"), ("Hassselt", "Hasselt"), ("Genk ", "Genk"),
        ("Sint Truidne", "Sint-Truiden"),
    ])
    func aMistypedPlaceIsGuessed(_ typed: String, _ meant: String) throws {
        let places = try #require(Self.places)
        #expect(places.find(typed, country: "NL")?.name ?? places.guess(typed, country: "NL") == meant)
    }

    @Test func nonsenseIsNotGuessed() throws {
        let places = try #require(Self.places)
        for nonsense in ["", "xyzzyx", "qq", String(repeating: "a", count: 5000), "9999"] {
            #expect(places.guess(nonsense, country: "NL") == nil, "\(nonsense.prefix(10))")
        }
    }
}
