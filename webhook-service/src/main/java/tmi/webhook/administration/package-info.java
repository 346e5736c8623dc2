/// Who may administer webhooks. Called by subscription, delivery and report; imports no room.
package tmi.webhook.administration;
