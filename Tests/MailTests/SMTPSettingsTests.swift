import Testing

@testable import Mail

@Suite struct SMTPSettingsTests {
    @Test func readsUserPasswordAndOptions() throws {
        let settings = try SMTPSettings(
            url: "smtp://post%40zon.example:p%40ss%2Fw%3Ard@mail.zon.example:2525?starttls=optional", caFile: "/ca.pem")

        #expect(settings.host == "mail.zon.example" && settings.port == 2525 && settings.caFile == "/ca.pem")
        #expect(settings.user == "post@zon.example" && settings.password == "p@ss/w:rd")
        #expect(settings.startTLS == .optional && !settings.isTLS)
    }

    @Test func protectsPasswordsByDefault() throws {
        #expect(try SMTPSettings(url: "smtp://a:b@h.example").startTLS == .required)
        #expect(try SMTPSettings(url: "smtp://h.example").startTLS == .optional)
        #expect(try SMTPSettings(url: "smtp://h.example").port == 587)
        #expect(try SMTPSettings(url: "smtps://a:b@h.example").port == 465)
        #expect(try SMTPSettings(url: "smtps://a:b@h.example").isTLS)
    }

    @Test func neverPrintsThePassword() throws {
        let settings = try SMTPSettings(url: "smtp://app:geheim@h.example:587?starttls=required")

        #expect("\(settings)" == "smtp://app:***@h.example:587?starttls=required")
        #expect(!String(reflecting: settings).contains("geheim"))
        var dumped = ""
        dump(settings, to: &dumped)
        #expect(!dumped.contains("geheim"))
    }

    @Test(
        "refuses other addresses without repeating the password",
        arguments: [
            "", "mail.example", "http://a:geheim@h.example", "smtp://", "smtp://a:geheim@h.example/path",
            "smtp://a:geheim@h.example?tls=1",
            "smtp://a:geheim@h.example?starttls=maybe", "smtp://a:ge#heim@h.example", "smtp://a:geheim@h.example:x",
        ])
    func refuses(_ url: String) throws {
        let error = try #require(throws: SMTPSettingsError.self) { try SMTPSettings(url: url) }
        #expect(!error.description.contains("geheim"))
    }
}
