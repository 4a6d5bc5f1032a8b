import CCurl

/// One libcurl handle with its connection. Not for two threads at once; `IdleTransfers` sees to that, hence the
/// unchecked promise.
final class SMTPTransfer: @unchecked Sendable {
    private let curl: UnsafeMutableRawPointer
    private var upload: ArraySlice<UInt8> = []
    private var uploadBegan = false
    private var reply = SMTPReply()
    /// Where libcurl says which command was refused.
    private let words = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init?(_ settings: SMTPSettings, _ limits: SMTPClient.Limits) {
        guard Self.isReady, let curl = curl_easy_init() else { return nil }
        self.curl = curl
        words.pointee = 0
        schakel_curl_set_pointer(curl, CURLOPT_ERRORBUFFER, words)
        set(CURLOPT_URL, settings.endpoint)
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        // An empty proxy turns off those of the environment.
        set(CURLOPT_PROXY, "")
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_UPLOAD, 1)
        set(CURLOPT_CONNECTTIMEOUT_MS, limits.connect)
        set(CURLOPT_TIMEOUT_MS, limits.total)
        // After a time-out libcurl says QUIT and waits for the answer: not longer than this, in seconds.
        set(CURLOPT_SERVER_RESPONSE_TIMEOUT, (limits.total + 999) / 1000)
        set(CURLOPT_MAXAGE_CONN, limits.idle)
        if let user = settings.user { set(CURLOPT_USERNAME, user) }
        if let password = settings.password { set(CURLOPT_PASSWORD, password) }
        if let caFile = settings.caFile { set(CURLOPT_CAINFO, caFile) }
        set(CURLOPT_USE_SSL, Int(Self.level(settings).rawValue))
        let context = Unmanaged.passUnretained(self).toOpaque()
        schakel_curl_set_pointer(curl, CURLOPT_READDATA, context)
        schakel_curl_set_callback(curl, CURLOPT_READFUNCTION) { buffer, size, count, context in
            guard let buffer, let context else { return 0 }
            return SMTPTransfer.from(context).fill(buffer, size * count)
        }
        schakel_curl_set_pointer(curl, CURLOPT_HEADERDATA, context)
        schakel_curl_set_callback(curl, CURLOPT_HEADERFUNCTION) { buffer, size, count, context in
            guard let buffer, let context else { return 0 }
            let line = UnsafeRawBufferPointer(start: buffer, count: size * count)
            SMTPTransfer.from(context).reply.add(line)
            return size * count
        }
        // Without it libcurl would print to standard output.
        schakel_curl_set_callback(curl, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
    }

    deinit {
        curl_easy_cleanup(curl)
        words.deallocate()
    }

    func send(_ bytes: [UInt8], from: String, to: String) -> (result: Result<Void, SMTPFailure>, uploadBegan: Bool) {
        (upload, uploadBegan, reply, words.pointee) = (bytes[...], false, SMTPReply(), 0)
        set(CURLOPT_MAIL_FROM, "<\(from)>")
        set(CURLOPT_INFILESIZE, bytes.count)
        let recipients = curl_slist_append(nil, "<\(to)>")
        defer { curl_slist_free_all(recipients) }
        schakel_curl_set_pointer(curl, CURLOPT_MAIL_RCPT, recipients)
        let code = curl_easy_perform(curl)
        upload = []
        guard code != CURLE_OK else { return (.success(()), uploadBegan) }
        let step: SMTPStep =
            String(cString: words).hasPrefix("MAIL failed") ? .sender : uploadBegan ? .message : .receiver
        return (.failure(.of(code, String(cString: curl_easy_strerror(code)), reply, step)), uploadBegan)
    }

    /// Connects, secures and logs in, then says NOOP: all but a message.
    func probe() -> Result<Void, SMTPFailure> {
        reply = SMTPReply()
        set(CURLOPT_UPLOAD, 0)
        set(CURLOPT_CUSTOMREQUEST, "NOOP")
        let code = curl_easy_perform(curl)
        guard code != CURLE_OK else { return .success(()) }
        return .failure(.of(code, String(cString: curl_easy_strerror(code)), reply, .receiver))
    }

    private func fill(_ buffer: UnsafeMutablePointer<CChar>, _ space: Int) -> Int {
        uploadBegan = true
        let piece = upload.prefix(space)
        UnsafeMutableRawBufferPointer(start: buffer, count: space).copyBytes(from: piece)
        upload = upload.dropFirst(piece.count)
        return piece.count
    }

    private static func from(_ context: UnsafeMutableRawPointer) -> SMTPTransfer {
        Unmanaged<SMTPTransfer>.fromOpaque(context).takeUnretainedValue()
    }

    private static func level(_ settings: SMTPSettings) -> curl_usessl {
        guard !settings.isTLS else { return CURLUSESSL_ALL }
        return switch settings.startTLS {
        case .required: CURLUSESSL_ALL
        case .optional: CURLUSESSL_TRY
        case .none: CURLUSESSL_NONE
        }
    }

    private func set(_ option: CURLoption, _ value: Int) { schakel_curl_set_long(curl, option, value) }
    private func set(_ option: CURLoption, _ value: String) { schakel_curl_set_string(curl, option, value) }
}
