package org.posescope.app;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

import javax.management.NotificationEmitter;

/**
 * Collects what lived long and is not used any more as soon as it takes more memory than the window needs. A collector that is left alone
 * lets it grow to a quarter of the computer's memory and gives nothing back.
 */
public final class HeapBound {
    private static final long BYTES = 320L << 20;

    private HeapBound() {}

    /** @param collect frees the memory; called on a thread of the virtual machine whenever too much is taken */
    public static void watch(Runnable collect) {
        watch(BYTES, collect);
    }

    static void watch(long bytes, Runnable collect) {
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
                .forEach(pool -> bound(pool, bytes));
        NotificationEmitter memory = (NotificationEmitter) ManagementFactory.getMemoryMXBean();
        memory.addNotificationListener((notification, nothing) -> collect.run(),
                notification -> MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED.equals(notification.getType()), null);
    }

    private static void bound(MemoryPoolMXBean pool, long bytes) {
        long most = pool.getUsage().getMax();
        pool.setUsageThreshold(most < 0 ? bytes : Math.min(bytes, most));
    }
}
