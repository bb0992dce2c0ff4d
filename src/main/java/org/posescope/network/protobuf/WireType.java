package org.posescope.network.protobuf;

import org.posescope.tensor.MalformedDataException;

/** How the value of a field is laid out. Groups, which the format has given up, are not known. */
public enum WireType {
    VARINT(0), FIXED64(1), DELIMITED(2), FIXED32(5);

    private final int code;

    WireType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static WireType of(int code) throws MalformedDataException {
        for (WireType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new MalformedDataException("it has a field of the unknown kind " + code);
    }
}
