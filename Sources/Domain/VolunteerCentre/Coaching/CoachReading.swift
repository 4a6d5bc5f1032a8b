extension VacancyCoach {
    /// A vacancy in sentences.
    struct Reading {
        let content: Vacancy.Content
        let description: CoachText
        let all: [CoachText.Line]

        init(_ content: Vacancy.Content) {
            self.content = content
            description = CoachText(content.description)
            all =
                CoachText(content.title).sentences + description.sentences + CoachText(content.offer).sentences
        }

        var isBlank: Bool { all.isEmpty }

        /// Written in English: then words that are hard in Dutch are none.
        var isEnglish: Bool {
            let words = all.flatMap(\.words).map(\.folded)
            let (english, dutch) = (
                words.count { Self.english.contains($0) }, words.count { Self.dutch.contains($0) }
            )
            return english > dutch
        }

        private static let english: Set<String> = [
            "the", "and", "you", "with", "for", "to", "your", "are", "our", "of", "will", "from",
        ]
        private static let dutch: Set<String> = [
            "de", "het", "een", "en", "je", "met", "voor", "van", "bij", "jij", "wij", "onze", "zijn", "naar",
        ]

        private static let amounts: Set<String> = [
            "een", "paar", "twee", "drie", "vier", "vijf", "zes", "acht", "half", "halve", "elke", "anderhalf", "1",
            "one",
            "two",
            "three", "four",
        ]
        private static let units: Set<String> = [
            "uur", "uren", "uurtje", "uurtjes", "u", "dagdeel", "dagdelen", "minuten", "dag", "dagen", "middag",
            "middagen", "ochtend", "ochtenden", "avond", "avonden", "hour", "hours", "voormiddag", "namiddag",
        ]

        private static let often: Set<String> = ["keer", "maand", "week", "jaar", "dag", "month"]
        /// How often: "2 keer per week", and not "300 bezoekers per week".
        private static let times: Set<String> = ["keer", "maal", "x", "paar", "uurtje", "once", "twice", "times"]
        private static let rhythm: Set<String> = ["week", "weken", "dag", "dagen", "maand", "maanden", "beurt"]
        /// Behind a number these are people or their age: "van 4 tot 12 jaar".
        private static let counted: Set<String> = [
            "jaar", "jarigen", "jarige", "bezoekers", "mensen", "personen", "deelnemers", "kinderen", "bewoners",
            "gasten", "euro", "kilometer", "km", "meter", "procent", "years",
        ]
        private static let days: Set<String> = [
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        ]

        /// How long or at what time: "2 uur", "paar uur", "dinsdagmiddag", "van 9 tot 12".
        var namesTime: Bool {
            all.contains { sentence in
                let words = sentence.words.map(\.folded)
                return words.indices.contains { saysTime(words, at: $0) }
                    || sentence.text.contains(/\b\d{1,2}[:.u]\d{2}\b/)
                    || words.contains { word in
                        word.contains("dag")
                            && (word.hasSuffix("ochtend") || word.hasSuffix("avond")
                                || word.hasSuffix("middag") && word.count > 6)
                    }
            }
        }

        private func saysTime(_ words: [String], at place: Int) -> Bool {
            func word(_ offset: Int) -> String {
                words.indices.contains(place + offset) ? words[place + offset] : ""
            }
            func isAmount(_ word: String) -> Bool { Self.amounts.contains(word) || word.first?.isNumber == true }
            return switch word(0) {
            case "per":
                Self.often.contains(word(1))
                    && (place == 0 || isAmount(word(-1)) || Self.units.contains(word(-1))
                        || Self.times.contains(word(-1)))
            case "om" where word(1) == "de":
                Self.rhythm.contains(word(2)) || isAmount(word(2)) && Self.rhythm.contains(word(3))
            case "tot", "half", "om", "vanaf": word(1).first?.isNumber == true && !Self.counted.contains(word(2))
            case "s": ["ochtends", "middags", "avonds", "morgens"].contains(word(1))
            case "every", "elke", "iedere": Self.days.contains(word(1)) || Self.rhythm.contains(word(1))
            default: isAmount(word(0)) && Self.units.contains(word(1))
            }
        }

        private static let streets = [
            "straat", "laan", "weg", "plein", "kade", "dijk", "singel", "steeg", "hof", "pad",
        ]

        /// A street with its number, or one that begins with a capital.
        var namesStreet: Bool {
            all.contains { sentence in
                sentence.words.enumerated().contains { place, word in
                    let next = place + 1 < sentence.words.count ? sentence.words[place + 1].folded : ""
                    return word.folded.count > 5 && Self.streets.contains { word.folded.hasSuffix($0) }
                        && (next.first?.isNumber == true || sentence.isName(place))
                }
            }
        }

        /// What is open or can be reached so long is a house or a telephone, not somebody.
        private static let open: Set<String> = ["open", "geopend", "bereikbaar", "openingsuren", "openingstijden"]

        /// Numbers of hours a week, in the field or in a sentence.
        var weeklyHours: [(hours: Int, sentence: String)] {
            (CoachText(content.hours).sentences + all).flatMap { sentence -> [(hours: Int, sentence: String)] in
                let words = sentence.words.map(\.folded) + ["", ""]
                guard Self.open.isDisjoint(with: words) else { return [] }
                return words.indices.dropLast(3).compactMap { place in
                    let isWeekly =
                        ["week", "pw", "weekly"].contains(words[place + 2])
                        || ["per", "p", "a"].contains(words[place + 2]) && ["week", "w"].contains(words[place + 3])
                    guard ["uur", "uren", "u", "hours"].contains(words[place + 1]), isWeekly,
                        let hours = Int(words[place]), hours <= 60
                    else { return nil }
                    return (hours, sentence.text)
                }
            }
        }
    }
}
