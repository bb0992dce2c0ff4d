package org.posescope.infer.memory;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.stream.Stream;

import javax.management.NotificationEmitter;

/**
 * Collects what lived long and is not used any more as soon as it takes more memory than the program needs. A collector that is left alone
 * lets it grow to a quarter of the computer's memory and gives nothing back. What a task needs all the time is never too much.
 */
public final class HeapBound {
    /** More than the window needs. */
    public static final long WINDOW_BYTES = 320L << 20;
    /** Twice as much as a run needs without a window. */
    public static final long RUN_BYTES = 48L << 20;
    /** So much of what is still used after a collection is too much from then on, if that is more. */
    private static final double ROOM = 1.5;

    private HeapBound() {}

    /**
     * @param bytes   so much old memory in use is too much
     * @param collect frees the memory; called on a thread of the virtual machine whenever too much is taken
     */
    public static void watch(long bytes, Runnable collect) {
        allow(bytes);
        NotificationEmitter memory = (NotificationEmitter) ManagementFactory.getMemoryMXBean();
        memory.addNotificationListener((notification, nothing) -> {
            collect.run();
            pools().forEach(HeapBound::leaveRoom);
        }, notification -> MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED.equals(notification.getType()), null);
    }

    /** From now on so much old memory in use is too much for whoever watches. */
    public static void allow(long bytes) {
        pools().forEach(pool -> bound(pool, bytes));
    }

    private static Stream<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported());
    }

    /** Where more is used than is allowed, no further notification would come. */
    private static void leaveRoom(MemoryPoolMXBean pool) {
        bound(pool, Math.max(pool.getUsageThreshold(), Math.round(ROOM * pool.getUsage().getUsed())));
    }

    private static void bound(MemoryPoolMXBean pool, long bytes) {
        long most = pool.getUsage().getMax();
        pool.setUsageThreshold(most < 0 ? bytes : Math.min(bytes, most));
    }
}
