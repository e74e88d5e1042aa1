package org.waymark.source;

/**
 * Finds the document type declaration of an XML file (XML 1.0, section 2.8).
 *
 * @param doctypeStart the start of the declaration, in UTF-16 units; 0 if there is none
 * @param doctypeEnd the offset after its {@code >}
 * @param declaresEntities whether it contains declarations of its own, or does not end
 */
record XmlProlog(int doctypeStart, int doctypeEnd, boolean declaresEntities) {
    private static final XmlProlog NONE = new XmlProlog(0, 0, false);
    private static final String DOCTYPE = "<!DOCTYPE";

    static XmlProlog of(String xml) {
        int at = 0;
        while (at < xml.length()) {
            if (Character.isWhitespace(xml.charAt(at))) {
                at++;
            } else if (xml.startsWith("<?", at)) {
                at = after(xml, "?>", at);
            } else if (xml.startsWith("<!--", at)) {
                at = after(xml, "-->", at + "<!--".length());
            } else if (xml.startsWith(DOCTYPE, at)) {
                return doctype(xml, at);
            } else {
                return NONE;
            }
        }
        return NONE;
    }

    private static int after(String xml, String end, int from) {
        int at = xml.indexOf(end, from);
        return at < 0 ? xml.length() : at + end.length();
    }

    private static XmlProlog doctype(String xml, int start) {
        char quote = 0;
        for (int i = start; i < xml.length(); i++) {
            char c = xml.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                return new XmlProlog(start, i, true);
            } else if (c == '>') {
                return new XmlProlog(start, i + 1, false);
            }
        }
        return new XmlProlog(start, xml.length(), true);
    }

    /** The file without the declaration. Everything else keeps its line and column. */
    String withoutDoctype(String xml) {
        if (doctypeEnd == 0) {
            return xml;
        }
        String blank = xml.substring(doctypeStart, doctypeEnd).replaceAll("[^\n]", " ");
        return xml.substring(0, doctypeStart) + blank + xml.substring(doctypeEnd);
    }
}
