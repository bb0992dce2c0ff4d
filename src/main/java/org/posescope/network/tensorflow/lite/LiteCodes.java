package org.posescope.network.tensorflow.lite;

/** Codes of TensorFlow Lite: operators ({@code BuiltinOperator}), activations and paddings. */
final class LiteCodes {
    static final int ADD = 0;
    static final int CONCATENATION = 2;
    static final int CONV_2D = 3;
    static final int DEPTHWISE_CONV_2D = 4;
    static final int DEPTH_TO_SPACE = 5;
    static final int DEQUANTIZE = 6;
    static final int FULLY_CONNECTED = 9;
    static final int LOGISTIC = 14;
    static final int MAX_POOL_2D = 17;
    static final int RELU_OPERATOR = 19;
    static final int RESHAPE = 22;
    static final int RESIZE_BILINEAR = 23;
    static final int PAD = 34;
    static final int MEAN = 40;
    static final int STRIDED_SLICE = 45;
    static final int PRELU = 54;
    static final int DENSIFY = 124;

    static final int NO_ACTIVATION = 0;
    static final int RELU = 1;
    static final int RELU6 = 3;

    static final int SAME = 0;

    private LiteCodes() {}
}
