package org.waymark.render;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document, one element on each line. */
final class Xml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    Xml() {
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        } catch (XMLStreamException e) {
            throw cannotFail(e);
        }
    }

    /** Opens an element. Attributes alternate between names and values. */
    Xml open(String element, String... attributes) {
        try {
            writer.writeStartElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                writer.writeAttribute(attributes[i], attributes[i + 1]);
            }
            writer.writeCharacters("\n");
            return this;
        } catch (XMLStreamException e) {
            throw cannotFail(e);
        }
    }

    /** Writes an element with text. */
    Xml element(String element, String content) {
        try {
            writer.writeStartElement(element);
            writer.writeCharacters(content);
            writer.writeEndElement();
            writer.writeCharacters("\n");
            return this;
        } catch (XMLStreamException e) {
            throw cannotFail(e);
        }
    }

    /** Writes an element with attributes only. */
    Xml empty(String element, String... attributes) {
        try {
            writer.writeEmptyElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                writer.writeAttribute(attributes[i], attributes[i + 1]);
            }
            writer.writeCharacters("\n");
            return this;
        } catch (XMLStreamException e) {
            throw cannotFail(e);
        }
    }

    Xml close() {
        try {
            writer.writeEndElement();
            writer.writeCharacters("\n");
            return this;
        } catch (XMLStreamException e) {
            throw cannotFail(e);
        }
    }

    @Override
    public String toString() {
        try {
            writer.flush();
            return text.toString();
        } catch (XMLStreamException e) {
            throw cannotFail(e);
        }
    }

    private static IllegalStateException cannotFail(XMLStreamException e) {
        return new IllegalStateException("writing to memory cannot fail", e);
    }
}
