package org.posescope.tensor.pickle;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Quoted;

/** Turns the operands of instructions into numbers and text, as CPython's {@code Lib/pickletools.py} describes them. */
final class PickleLiterals {
    /** Python itself converts no more decimal digits than this ({@code sys.get_int_max_str_digits}): it takes too long. */
    private static final int MOST_DIGITS = 4300;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1," + MOST_DIGITS + "}");
    private static final Pattern FLOAT = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final String NAMED_ESCAPES = "abfnrtv\\'\"";
    private static final String NAMED_BYTES = "\u0007\b\f\n\r\t\u000b\\'\"";

    private PickleLiterals() {}

    /** UTF-8 text. */
    static String text(ByteBuffer utf8) throws MalformedDataException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(utf8.duplicate()).toString();
        } catch (CharacterCodingException e) {
            throw malformed("text that is not UTF-8");
        }
    }

    static String latin1(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
    }

    /** The operand of INT: a decimal number, or {@code 00} and {@code 01} for False and True. */
    static Object intLine(ByteBuffer line) throws MalformedDataException {
        String digits = latin1(shortLine(line));
        return switch (digits) {
            case "00" -> false;
            case "01" -> true;
            default -> decimal(digits);
        };
    }

    /** The operand of LONG: a decimal number with an {@code L} behind it. */
    static Number longLine(ByteBuffer line) throws MalformedDataException {
        String digits = latin1(shortLine(line));
        return decimal(digits.endsWith("L") ? digits.substring(0, digits.length() - 1) : digits);
    }

    private static Number decimal(String digits) throws MalformedDataException {
        if (!DECIMAL.matcher(digits).matches()) {
            throw malformed("the number " + Quoted.of(digits));
        }
        return narrow(new BigInteger(digits));
    }

    /** The operand of LONG1 and LONG4: two's complement, little-endian; no bytes are zero. */
    static Number twosComplement(ByteBuffer littleEndian) {
        byte[] bigEndian = new byte[Math.max(littleEndian.remaining(), 1)];
        for (int i = 0; i < littleEndian.remaining(); i++) {
            bigEndian[bigEndian.length - 1 - i] = littleEndian.get(i);
        }
        return narrow(new BigInteger(bigEndian));
    }

    private static Number narrow(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            return value.longValue();
        }
        return value;
    }

    /** The operand of FLOAT. */
    static double floatLine(ByteBuffer line) throws MalformedDataException {
        String text = latin1(shortLine(line));
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan", "-nan" -> Double.NaN;
            default -> {
                if (!FLOAT.matcher(text).matches()) {
                    throw malformed("the number " + Quoted.of(text));
                }
                yield Double.parseDouble(text);
            }
        };
    }

    private static ByteBuffer shortLine(ByteBuffer line) throws MalformedDataException {
        if (line.remaining() > MOST_DIGITS + 2) {
            throw malformed("a number of " + line.remaining() + " digits");
        }
        return line;
    }

    /** The operand of UNICODE: Latin-1 with {@code \}{@code uXXXX} and {@code \}{@code UXXXXXXXX} for everything else. */
    static String rawUnicodeEscape(ByteBuffer line) throws MalformedDataException {
        CharBuffer in = StandardCharsets.ISO_8859_1.decode(line.duplicate());
        StringBuilder text = new StringBuilder(in.remaining());
        while (in.hasRemaining()) {
            char c = in.get();
            char next = c == '\\' && in.hasRemaining() ? in.charAt(0) : 0;
            if (next == 'u' || next == 'U') {
                in.get();
                int character = hex(in, next == 'u' ? 4 : 8);
                if (!Character.isValidCodePoint(character)) {
                    throw malformed("a character that does not exist");
                }
                text.appendCodePoint(character);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** The operand of STRING: the bytes whose Python 2 notation is given, in quotes and with backslash escapes. */
    static ByteBuffer quotedString(ByteBuffer line) throws MalformedDataException {
        CharBuffer in = StandardCharsets.ISO_8859_1.decode(line.duplicate());
        int last = in.limit() - 1;
        if (last < 1 || in.get(0) != in.get(last) || (in.get(0) != '\'' && in.get(0) != '"')) {
            throw malformed("a string without quotes");
        }
        in.position(1).limit(last);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(in.remaining());
        while (in.hasRemaining()) {
            char c = in.get();
            bytes.write(c == '\\' ? escaped(in) : c);
        }
        return ByteBuffer.wrap(bytes.toByteArray()).asReadOnlyBuffer();
    }

    private static int escaped(CharBuffer in) throws MalformedDataException {
        char c = in.hasRemaining() ? in.get() : 0;
        if (c == 'x') {
            return hex(in, 2);
        }
        int named = NAMED_ESCAPES.indexOf(c);
        if (named < 0) {
            throw malformed("a string with an unknown escape");
        }
        return NAMED_BYTES.charAt(named);
    }

    private static int hex(CharBuffer in, int digits) throws MalformedDataException {
        if (in.remaining() < digits) {
            throw malformed("an escape that is cut off");
        }
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(in.get(), 16);
            if (digit < 0) {
                throw malformed("an escape that is no hexadecimal number");
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static MalformedDataException malformed(String what) {
        return new MalformedDataException("its pickle holds " + what);
    }
}
