/// The words and signs of dates and numbers in a language. Own tables: ICU is slow to call and versions differ.
/// Forms follow CLDR; short months in Dutch go without a full stop.
struct CalendarWords: Sendable {
    let months: [String]
    let shortMonths: [String]
    let weekdays: [String]
    let shortWeekdays: [String]
    /// Between day, month and year in figures.
    let dateSeparator: String
    /// Between hours and minutes.
    let timeSeparator: String
    /// Behind minutes, with a space that does not break before it.
    let hour: String
    /// Between a date and a time.
    let at: String
    let thousands: String
    let decimals: String

    static func of(_ language: Language) -> CalendarWords {
        switch language {
        case .nl: dutch
        case .nlBE: flemish
        case .en: english
        case .fr: french
        }
    }

    private static let dutch = dutch(dateSeparator: "-")
    private static let flemish = dutch(dateSeparator: "/")

    private static func dutch(dateSeparator: String) -> CalendarWords {
        CalendarWords(
            months: [
                "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
                "november", "december",
            ],
            shortMonths: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
            weekdays: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
            shortWeekdays: ["ma", "di", "wo", "do", "vr", "za", "zo"],
            dateSeparator: dateSeparator, timeSeparator: ".", hour: "\u{A0}uur", at: "om", thousands: ".", decimals: ","
        )
    }

    private static let english = CalendarWords(
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        shortWeekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        dateSeparator: "/", timeSeparator: ":", hour: "", at: "at", thousands: ",", decimals: ".")

    private static let french = CalendarWords(
        months: [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ],
        shortMonths: [
            "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
        ],
        weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        shortWeekdays: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
        // Spaces that do not break: "14 h 05" stays on one line.
        dateSeparator: "/", timeSeparator: "\u{A0}h\u{A0}", hour: "", at: "à", thousands: "\u{202F}",
        decimals: ",")
}
