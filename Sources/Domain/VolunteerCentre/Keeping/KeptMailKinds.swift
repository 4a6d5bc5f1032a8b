import Localisation

extension MailKind {
    static let searchNews = MailKind(
        "search_news", subject: l10n("New with {search}"),
        button: l10n("View your saved search"), to: .volunteer, fields: [.search, .list])
    static let suggestionNews = MailKind(
        "suggestion_news", subject: l10n("This may suit you: {title}"),
        button: l10n("See why it suits you"), to: .volunteer, fields: [.title, .list])

    package static let kept: [MailKind] = [
        .searchNews, .suggestionNews,
    ]
}
