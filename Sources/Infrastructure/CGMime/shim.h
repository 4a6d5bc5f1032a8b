#pragma once
#include <gmime/gmime.h>
#include <stddef.h>

// GMime's objects are macros and casts of C, which Swift cannot read: this walks a message and hands over its parts.

// Once per process, before the first message.
static inline void cgmime_start(void) { g_mime_init(); }

struct cgmime_walk {
    void *context;
    // How many parts that say the same in several ways were met.
    int groups;
    void (*part)(void *context, const char *type, const char *text, int is_attachment, int group);
};

// `group` is the number of the nearest part around it of which its reader sees one form only; 0 for none.
static inline void cgmime_visit(GMimeObject *object, struct cgmime_walk *walk, int group) {
    if (GMIME_IS_MULTIPART(object)) {
        char *kind = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(object));
        if (g_ascii_strcasecmp(kind, "multipart/alternative") == 0) group = ++walk->groups;
        g_free(kind);
        int count = g_mime_multipart_get_count(GMIME_MULTIPART(object));
        for (int index = 0; index < count; index++) cgmime_visit(g_mime_multipart_get_part(GMIME_MULTIPART(object), index), walk, group);
        return;
    }
    if (GMIME_IS_MESSAGE_PART(object)) {
        walk->part(walk->context, "message/rfc822", NULL, 1, group);
        return;
    }
    if (!GMIME_IS_PART(object)) return;
    GMimeContentType *type = g_mime_object_get_content_type(object);
    char *name = g_mime_content_type_get_mime_type(type);
    int is_attachment = !GMIME_IS_TEXT_PART(object) || g_mime_part_is_attachment(GMIME_PART(object)) || g_mime_part_get_filename(GMIME_PART(object)) != NULL;
    // A picture that the text shows, such as the logo of a signature, was not sent along by anybody. A photograph is, also where a
    // telephone puts it between the words.
    const char *place = g_mime_object_get_disposition(object);
    int is_shown = g_mime_object_get_content_id(object) != NULL || (place != NULL && g_ascii_strcasecmp(place, "inline") == 0);
    if (is_shown && (g_str_has_prefix(name, "image/png") || g_str_has_prefix(name, "image/gif"))) is_attachment = 0;
    if (g_mime_object_get_content_id(object) != NULL && g_str_has_prefix(name, "image/")) is_attachment = 0;
    char *text = NULL;
    // What calls itself Latin-1 is Windows-1252 to every browser, and to who wrote it: its quotes and euros stand there.
    const char *charset = g_mime_object_get_content_type_parameter(object, "charset");
    if (charset && (g_ascii_strcasecmp(charset, "iso-8859-1") == 0 || g_ascii_strcasecmp(charset, "latin1") == 0))
        g_mime_object_set_content_type_parameter(object, "charset", "windows-1252");
    if (GMIME_IS_TEXT_PART(object) && !is_attachment) text = g_mime_text_part_get_text(GMIME_TEXT_PART(object));
    walk->part(walk->context, name, text, is_attachment, group);
    g_free(text);
    g_free(name);
}

// Calls `header` for each header of the message, decoded, and `part` for each leaf: its type such as `text/plain`, its text in UTF-8 (NULL
// where it is none), and whether it is an attachment. Returns 0 where there is no message in these bytes.
static inline int cgmime_read(
    const char *bytes, size_t length, void *context,
    void (*header)(void *context, const char *name, const char *value),
    void (*part)(void *context, const char *type, const char *text, int is_attachment, int group)) {
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes, length);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    g_object_unref(parser);
    g_object_unref(stream);
    if (message == NULL) return 0;
    GMimeHeaderList *headers = g_mime_object_get_header_list(GMIME_OBJECT(message));
    int count = g_mime_header_list_get_count(headers);
    for (int index = 0; index < count && index < 300; index++) {
        GMimeHeader *one = g_mime_header_list_get_header_at(headers, index);
        const char *name = g_mime_header_get_name(one), *value = g_mime_header_get_value(one);
        if (name != NULL && value != NULL) header(context, name, value);
    }
    InternetAddressList *from = g_mime_message_get_from(message);
    // Two are enough to see that it is not one.
    for (int index = 0; from != NULL && index < internet_address_list_length(from) && index < 2; index++) {
        InternetAddress *one = internet_address_list_get_address(from, index);
        const char *address = INTERNET_ADDRESS_IS_MAILBOX(one) ? internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one)) : "";
        header(context, "sender address", address == NULL ? "" : address);
    }
    GMimeObject *body = g_mime_message_get_mime_part(message);
    if (body != NULL) {
        char *type = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(body));
        header(context, "body type", type);
        g_free(type);
        struct cgmime_walk walk = {context, 0, part};
        cgmime_visit(body, &walk, 0);
    }
    g_object_unref(message);
    return 1;
}
